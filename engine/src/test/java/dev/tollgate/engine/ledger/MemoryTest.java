package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Window.CalendarUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an account takes for one quota: the place in the map, the key, and the counter with what is
 * included and what is billed; not what statements are made of, and neither holds nor calls that
 * are in flight.
 */
class MemoryTest {

  private static final long MOST = 24 * 1_024;
  private static final long MOST_OF_A_FEW_MOMENTS = 399;

  /** A node of the map, and two places of its table. */
  private static final long NODE = 32 + 2 * 4;

  /** Longer than windows are, so that moments need eight bytes each. */
  private static final Duration LONG = Duration.ofDays(400);

  private final CounterKey key = new CounterKey("crm", "credits", "zylker-42", List.of());
  private final Stripes stripes = new Stripes();
  private long moment = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  static List<CounterTerms> forms() {
    return List.of(
        Terms.rollingDay(Long.MAX_VALUE),
        Terms.rolling(LONG, Long.MAX_VALUE),
        Terms.calendar(CalendarUnit.DAY, Terms.BERLIN, Long.MAX_VALUE),
        Terms.calendar(CalendarUnit.MONTH, Terms.BERLIN, Long.MAX_VALUE),
        Terms.fromFirstCall(Duration.ofHours(24), Long.MAX_VALUE),
        Terms.everyFrom(3_000, LocalDate.EPOCH, Terms.BERLIN, Long.MAX_VALUE),
        Terms.bucket(1L << 50, 1, Duration.ofDays(1)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aFewMomentsTakeLessThanFourHundredBytes(CounterTerms terms) {
    CounterTerms billedAndWarned = warned(Terms.billedBeyond(3, terms));
    for (int i = 0; i < 5; i++) {
      consume(billedAndWarned, 2, 3_600_000);
      assertThat(Footprint.of(meter())).isLessThanOrEqualTo(MOST_OF_A_FEW_MOMENTS);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void usuallyTheyTakeNoMoreWithTheirKeyAndTheirPlace(CounterTerms terms) {
    for (int i = 0; i < 3; i++) {
      consume(usual(terms), 2, 3_600_000);
      assertThat(bytes()).isLessThanOrEqualTo(MOST_OF_A_FEW_MOMENTS);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theBusiestAccountStaysWithinItsBound(CounterTerms terms) {
    CounterTerms billed = Terms.billedBeyond(5L << 40, terms);
    for (long gap : new long[] {1, 1_000, 3_600_000}) {
      for (int i = 0; i < 12_000; i++) {
        // Every other amount and every moment of a long window needs eight bytes.
        consume(billed, i % 2 == 0 ? 1 : 1L << 33, gap);
        if (i % 100 == 0 || i > 990 && i < 1_010) {
          assertThat(bytes()).as("%s after %d moments", terms.window().text(), i).isLessThan(MOST);
        }
      }
    }
  }

  @Test
  void usualAmountsTakeHalf() {
    CounterTerms billed = Terms.billedBeyond(500, Terms.rollingDay(Long.MAX_VALUE));
    for (int i = 0; i < 1_000; i++) {
      consume(billed, 3, 1_000);
    }
    assertThat(bytes()).isLessThan(MOST / 2 + 200);
  }

  @Test
  void anAccountThatIsBusyNoMoreGivesItsMemoryBack() {
    CounterTerms terms = Terms.rollingDay(Long.MAX_VALUE);
    for (int i = 0; i < 1_000; i++) {
      consume(terms, 3, 1_000);
    }
    for (int i = 0; i < 40; i++) {
      consume(terms, 3, 24 * 3_600_000 / 10);
    }
    assertThat(bytes()).isLessThan(600);
  }

  /** Buckets are not billed and days not warned of; where they are, they take up to 72 more. */
  private static CounterTerms usual(CounterTerms terms) {
    Form form = Form.of(terms.window());
    CounterTerms billed = form == Form.BUCKET ? terms : Terms.billedBeyond(3, terms);
    return form == Form.ROLLING || form == Form.FROM_FIRST_CALL ? warned(billed) : billed;
  }

  private static CounterTerms warned(CounterTerms terms) {
    return Terms.warningAt(List.of(4L, 5L, 6L), terms);
  }

  private void consume(CounterTerms terms, long cost, long gapMillis) {
    moment += gapMillis;
    Counters counters = new Counters(stripes, Instant.ofEpochMilli(moment), 0, false);
    Draw draw = new Draw(key, terms, cost);
    Drawing drawing = counters.draw(draw, "decision", OptionalLong.empty());
    counters.report(draw, drawing.crossed(), drawing.portion().moment());
  }

  private long bytes() {
    // The names of product and quota are those of the policy, for all accounts.
    long shared = Footprint.of(key.product(), key.quota());
    return NODE + Footprint.of(key, meter()) - shared;
  }

  private Meter meter() {
    return stripes.of(key).find(key).orElseThrow();
  }
}
