package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Any number of callers at once never get more than there is. */
class ConcurrencyTest {

  private static final int THREADS = 8;
  private static final int CALLS = 400;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private final Shop shop =
      Shop.selling(
              """
              unit point, points
              calls a with items up to 10
              quota points in points {
                per account
                window rolling 24 hours
                allot 1_000
                call a costs 1 per item
              }
              quota tries in calls {
                per account
                window calendar day in UTC
                allot 250
              }
              """)
          .with("acme", StatedProfile.NOTHING);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private List<Decision> all(List<Callable<Decision>> asking) throws Exception {
    List<Decision> decisions = new ArrayList<>();
    for (Future<Decision> future : threads.invokeAll(asking)) {
      decisions.add(future.get());
    }
    return decisions;
  }

  @Test
  void whatWasAllowedIsWhatWasUsedAndNeverMoreThanTheLimit() throws Exception {
    List<Decision> decisions =
        all(
            IntStream.range(0, CALLS)
                .<Callable<Decision>>mapToObj(
                    i -> () -> shop.consume("acme", AskedCall.of("a").with("items", i % 11)))
                .toList());

    long allowed = decisions.stream().filter(Decision::allowed).count();
    BigDecimal points =
        decisions.stream()
            .filter(Decision::allowed)
            .map(decision -> decision.cost().get("points"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Decision now = shop.check("acme", AskedCall.of("a").with("items", 0));
    assertThat(points).isLessThanOrEqualTo(BigDecimal.valueOf(1_000));
    assertThat(Shop.state(now, "points").used()).contains(points);
    assertThat(Shop.state(now, "tries").used()).contains(BigDecimal.valueOf(allowed));
    assertThat(allowed).isBetween(100L, 250L);
  }

  @Test
  void ofManyEqualRequestsOneDecidesAndTheOthersGetItsAnswer() throws Exception {
    CallRequest request =
        shop.request("acme", AskedCall.of("a").with("items", 10)).withRequestId("r", "body");

    List<Decision> decisions =
        all(
            IntStream.range(0, CALLS)
                .<Callable<Decision>>mapToObj(i -> () -> shop.decider.consume(request))
                .toList());

    assertThat(decisions)
        .extracting(Decision::decisionId)
        .containsOnly(decisions.get(0).decisionId());
    assertThat(decisions).filteredOn(decision -> !decision.replayed()).hasSize(1);
    assertThat(shop.standing("acme", "points", AskedCall.of("a").with("items", 0)).used())
        .contains(BigDecimal.TEN);
  }

  @Test
  void aPolicyThatTakesOverMeanwhileMixesWithNoAnswer() throws Exception {
    List<Callable<Decision>> asking = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      boolean swap = i % 20 == 0;
      asking.add(
          () -> {
            if (swap) {
              shop.policy.replace(shop.policy.current().policy(), shop.clock.instant());
            }
            return shop.consume("acme", AskedCall.of("a").with("items", 1));
          });
    }

    assertThat(all(asking)).filteredOn(Decision::allowed).hasSize(250);
  }
}
