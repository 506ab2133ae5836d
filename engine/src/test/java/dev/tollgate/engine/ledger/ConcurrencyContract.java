package dev.tollgate.engine.ledger;

import static dev.tollgate.engine.ledger.Calls.asRequest;
import static dev.tollgate.engine.ledger.Calls.credits;
import static dev.tollgate.engine.ledger.Calls.from;
import static dev.tollgate.engine.ledger.Calls.inFlight;
import static dev.tollgate.engine.ledger.Calls.pool;
import static dev.tollgate.engine.ledger.Calls.take;
import static dev.tollgate.engine.ledger.Calls.used;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at once. The time limits only turn a deadlock into a failure. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
interface ConcurrencyContract extends LedgerFixture {

  int THREADS = 8;
  String AT = "2026-01-01T10:00Z";

  @Test
  default void threadsTogetherNeverExceedTheLimit() throws Exception {
    Ledger<Granted, Settled> ledger = ledger();
    List<Long> consumed =
        atOnce(
            thread -> {
              long mine = 0;
              for (int i = 0; i < 40; i++) {
                long cost = 1 + (thread + i) % 3;
                Take take = take("d" + thread + "." + i, AT, credits(cost), pool(0));
                mine += ledger.take(take, granted -> granted) instanceof Outcome.Allowed ? cost : 0;
              }
              return mine;
            });

    long sum = consumed.stream().mapToLong(Long::longValue).sum();
    assertThat(sum).isEqualTo(used(ledger, credits(0), AT)).isEqualTo(100);
  }

  @Test
  default void whatIsTakenAndGivenBackAtOnceAddsUp() throws Exception {
    Ledger<Granted, Settled> ledger = ledger();
    atOnce(
        thread -> {
          for (int i = 0; i < 100; i++) {
            String id = "d" + thread + "." + i;
            Take take = from("account" + thread % 2, take(id, AT, pool(3), inFlight(1)));
            if (ledger.take(take, granted -> granted) instanceof Outcome.Allowed) {
              ledger.cancel(id, OneCounter.moment(AT), settled -> settled);
            }
          }
          return 0L;
        });

    assertThat(used(ledger, pool(0), AT)).isZero();
  }

  @Test
  default void ofEqualRequestsAtOnceOneDecidesAndTheOthersGetItsAnswer() throws Exception {
    Ledger<Granted, Settled> ledger = ledger();
    for (int round = 0; round < 20; round++) {
      String request = "request" + round;
      AtomicLong made = new AtomicLong();
      List<Outcome<Granted>> outcomes =
          atOnce(
              thread ->
                  ledger.take(
                      asRequest(request, "same", take(request + "." + thread, AT, credits(5))),
                      granted -> {
                        made.incrementAndGet();
                        return granted;
                      }));

      assertThat(made).hasValue(1);
      assertThat(outcomes).filteredOn(Outcome.Allowed.class::isInstance).hasSize(1);
      assertThat(outcomes)
          .filteredOn(Outcome.Replayed.class::isInstance)
          .hasSize(THREADS - 1)
          .containsOnly(
              outcomes.stream().filter(Outcome.Replayed.class::isInstance).findAny().orElseThrow());
      assertThat(used(ledger, credits(0), AT)).isEqualTo(5L * (round + 1));
    }
  }

  @Test
  default void poolsAndAccountsInAnyOrderDoNotWaitInACircle() throws Exception {
    Ledger<Granted, Settled> ledger = ledger();
    atOnce(
        thread -> {
          for (int i = 0; i < 300; i++) {
            List<Draw> draws = new ArrayList<>();
            for (int pool = 0; pool < 5; pool++) {
              draws.add(otherPool(thread % 2 == 0 ? pool : 4 - pool));
            }
            draws.add(thread % 3, credits(0));
            String id = "d" + thread + "." + i;
            ledger.take(
                from("account" + thread, take(id, AT, draws.toArray(new Draw[0]))),
                granted -> granted);
            ledger.commit(Settlement.asDecided(id, OneCounter.moment(AT)), settled -> settled);
          }
          return 0L;
        });

    for (int pool = 0; pool < 5; pool++) {
      assertThat(used(ledger, otherPool(pool), AT)).isEqualTo(300L * THREADS);
    }
  }

  private static Draw otherPool(int number) {
    CounterKey key = new CounterKey("crm", "pool", "", List.of("region " + number));
    return new Draw(key, Terms.rollingDay(1_000_000), 1);
  }

  /** Lets all threads begin at the same time; what each of them returned. */
  private static <R> List<R> atOnce(IntFunction<R> work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Callable<R>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        tasks.add(
            () -> {
              start.await();
              return work.apply(thread);
            });
      }
      List<R> results = new ArrayList<>();
      for (Future<R> done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
