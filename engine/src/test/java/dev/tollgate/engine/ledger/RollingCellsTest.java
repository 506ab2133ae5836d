package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Rolling windows with more distinct moments than are kept. */
class RollingCellsTest {

  private static final long MILLIS = Duration.ofMinutes(8).toMillis();
  private static final long CELL_MILLIS = MILLIS / 480;
  private static final CounterTerms TERMS =
      CounterTerms.of(new Window.Rolling(MILLIS, "rolling 8 minutes"), ZoneOffset.UTC, 3_000);
  private static final CounterKey KEY = new CounterKey("crm", "credits", "acme", List.of());

  private final RollingCounter counter = new RollingCounter(MILLIS);

  @Test
  void aThousandDistinctMomentsComeBackOneByOne() {
    for (int i = 0; i < 1_000; i++) {
      consume(i * 100L);
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(counter.usage(TERMS, i * 100L + MILLIS - 1).used()).isEqualTo(1_000 - i);
      assertThat(counter.usage(TERMS, i * 100L + MILLIS).used()).isEqualTo(999 - i);
    }
  }

  @Test
  void beyondAThousandAFewHundredAreKept() {
    int most = 0;
    for (int i = 0; i < 20_000; i++) {
      consume(i * 20L);
      most = Math.max(most, counter.moments());
    }
    assertThat(most).isEqualTo(1_000);
    assertThat(counter.usage(TERMS, 20_000 * 20L).used()).isEqualTo(20_000);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void unitsComeBackLateByLessThanACellAndNeverEarly(@ForAll long seed) {
    Random random = new Random(seed);
    Ledger<Granted, Settled> ledger = new InMemoryLedger<>();
    PlainLog log = new PlainLog(PlainLog.after(MILLIS));
    PlainLog late = new PlainLog(PlainLog.after(MILLIS + CELL_MILLIS));
    List<PlainLog.Event> events = new ArrayList<>();
    List<PlainLog.Event> lateEvents = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 4_000; i++) {
      now += random.nextInt(150);
      long cost = 1 + random.nextInt(3);
      String id = "decision " + i;
      Take take =
          new Take(
              "crm",
              "acme",
              id,
              Instant.ofEpochMilli(now),
              Optional.empty(),
              List.of(new Draw(KEY, TERMS, cost)),
              Optional.empty());
      boolean allowed = ledger.take(take, Function.identity()) instanceof Outcome.Allowed;
      if (allowed) {
        assertThat(log.used(now) + cost).isLessThanOrEqualTo(TERMS.ceiling());
        events.add(log.consume(id, now, OptionalLong.empty(), cost, Optional.empty()));
        lateEvents.add(late.consume(id, now, OptionalLong.empty(), cost, Optional.empty()));
      } else {
        assertThat(late.used(now) + cost).isGreaterThan(TERMS.ceiling());
      }
      if (i % 7 == 0) {
        int cancelled = random.nextInt(events.size());
        ledger.cancel(
            events.get(cancelled).decision, Instant.ofEpochMilli(now), Function.identity());
        events.get(cancelled).takeOff(events.get(cancelled).units());
        lateEvents.get(cancelled).takeOff(lateEvents.get(cancelled).units());
      }
      long later = now + random.nextInt((int) MILLIS);
      assertThat(ledger.look(KEY, TERMS, Instant.ofEpochMilli(later)).used())
          .isBetween(log.used(later), late.used(later));
    }
    assertThat(ledger.look(KEY, TERMS, Instant.ofEpochMilli(now + MILLIS + CELL_MILLIS)).used())
        .isZero();
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void noStretchOfTheWindowsLengthHasMoreThanTheLimit(@ForAll long seed) {
    Random random = new Random(seed);
    OneCounter credits = new OneCounter(TERMS);
    long[] moments = new long[4_000];
    long[] units = new long[moments.length];
    long now = 0;
    for (int i = 0; i < moments.length; i++) {
      now += random.nextInt(150);
      long cost = 1 + random.nextInt(3);
      moments[i] = now;
      units[i] = credits.tries(cost, Instant.ofEpochMilli(now).toString()) ? cost : 0;
    }

    for (int first = 0; first < moments.length; first++) {
      long sum = 0;
      for (int i = first; i < moments.length && moments[i] < moments[first] + MILLIS; i++) {
        sum += units[i];
      }
      assertThat(sum).isLessThanOrEqualTo(TERMS.ceiling());
    }
  }

  private void consume(long at) {
    counter.add(TERMS, new Portion("decision", at, 1, 0));
  }
}
