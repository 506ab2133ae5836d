package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tollgate.engine.compare.Segment.Straight;
import dev.tollgate.engine.compare.Segment.Values;
import dev.tollgate.engine.policy.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShiftTest {

  private static final Attribute USER = Attribute.seat("user");

  private static final String POLICY =
      """
      product shop {
        zone UTC
        unit credit, credits
        seat user, users
        edition basic
        calls open
        quota q1 in credits {
          per     account
          window  rolling 24 hours
          allot basic  %s
          any other call  costs 1
        }
      }
      """;

  @Test
  void lessPerUserUnderACapIsLostUpToWhereTheCapHoldsAsBefore() {
    Change.Amounts change =
        change("base 10_000 + 500 per user cap 500_000", "base 10_000 + 400 per user cap 500_000");
    assertThat(change.verdict()).isEqualTo(Verdict.NEVER_BETTER);
    assertThat(change.names()).containsExactly("basic");
    Shift shift = change.shifts().get(0);
    assertThat(change.shifts()).hasSize(1);
    assertThat(shift.number()).contains(USER);
    assertThat(shift.segments())
        .containsExactly(
            new Segment(
                1,
                980,
                values(10_500, 10_400),
                Optional.of(values(500_000, 402_000)),
                Optional.of(straight(0, -100)),
                some(-98_000),
                some(-100)),
            new Segment(
                981,
                1_224,
                values(500_000, 402_400),
                Optional.of(values(500_000, 499_600)),
                Optional.of(straight(-490_000, 400)),
                some(-97_600),
                some(-400)));
    assertThat(shift.fall())
        .contains(new Shift.Extent(Map.of(USER, 1L), some(98_000), Map.of(USER, 980L), true, true));
    assertThat(shift.rise()).isEmpty();
    assertThat(shift.breakEvens()).containsExactly(new BreakEven(Rational.of(1_225), 1_225));
  }

  @Test
  void whoLosesAndWhoGainsMayStandSideBySide() {
    Shift shift = change("greater of 1 + 1 per user and 3 per user", "4 per user").shifts().get(0);
    assertThat(shift.segments())
        .extracting(Segment::from, Segment::to, Segment::sign)
        .containsExactly(tuple(0L, 0L, -1), tuple(1L, Curve.NO_END, 1));
    assertThat(shift.breakEvens()).containsExactly(new BreakEven(Rational.of(1), 1));
  }

  @Test
  void whoIsDeniedMayHangOnWhatIsAssumed() {
    String policy =
        POLICY
            .formatted("5_000")
            .replace("  edition", "  fact paid yes or no, unless stated no\n  edition")
            .replace(
                "    any other call  costs 1\n",
                """
                    any other call  costs 1
                    allow up to 10% more, then deny FULL "no room" when paid is yes
                    deny FULL "no room"
                """);
    BothPolicies both =
        BothPolicies.of(policy, policy.replace("unless stated no", "unless stated yes"))
            .orElseThrow();
    PolicyDifference difference = PolicyDifference.of(both.before.policy(), both.after.policy());
    assertThat(difference.changes())
        .filteredOn(change -> change instanceof Change.Said said && said.what().equals("beyond"))
        .extracting(Change::verdict)
        .containsExactly(Verdict.NEVER_WORSE);
  }

  private static Change.Amounts change(String before, String after) {
    BothPolicies both =
        BothPolicies.of(POLICY.formatted(before), POLICY.formatted(after)).orElseThrow();
    List<Change> changes = PolicyDifference.of(both.before.policy(), both.after.policy()).changes();
    assertThat(changes).hasSize(1);
    return (Change.Amounts) changes.get(0);
  }

  private static Values values(long before, long after) {
    return new Values(Rational.of(before), Rational.of(after));
  }

  private static Straight straight(long start, long rise) {
    return new Straight(Rational.of(start), Rational.of(rise));
  }

  private static Optional<Rational> some(long value) {
    return Optional.of(Rational.of(value));
  }
}
