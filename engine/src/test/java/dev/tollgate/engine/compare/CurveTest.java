package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.policy.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class CurveTest {

  /** Numbers near 0, where everything happens, and some far away, where patterns go on. */
  private static final List<Long> NUMBERS =
      LongStream.concat(
              LongStream.rangeClosed(0, 150), LongStream.of(9_999, 10_000, 10_001, 7_654_321_987L))
          .boxed()
          .toList();

  /** A function in both forms: exact for all numbers, and worked out for one. */
  record Both(Curve curve, LongFunction<Optional<Rational>> plain, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void everyOperationAgreesWithWorkingItOutNumberByNumber(@ForAll("functions") Both function) {
    for (long n : NUMBERS) {
      assertThat(function.curve().at(n))
          .as("%s at %d", function, n)
          .isEqualTo(function.plain().apply(n));
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void theFirstNumberBelowIsTheFirst(
      @ForAll("functions") Both left, @ForAll("functions") Both right) {
    Optional<Long> first = left.curve().firstBelow(right.curve());
    Optional<Long> firstByTrial =
        NUMBERS.stream()
            .filter(n -> isBelow(left.plain().apply(n), right.plain().apply(n)))
            .findFirst();
    if (firstByTrial.isPresent() && firstByTrial.get() <= 150) {
      assertThat(first).as("%s below %s", left, right).isEqualTo(firstByTrial);
    } else {
      assertThat(first.filter(n -> n <= 150)).as("%s below %s", left, right).isEmpty();
      firstByTrial.ifPresent(n -> assertThat(first.orElseThrow()).isLessThanOrEqualTo(n));
    }
    first.ifPresent(
        n ->
            assertThat(isBelow(left.plain().apply(n), right.plain().apply(n)))
                .as("%s below %s at %d", left, right, n)
                .isTrue());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aShiftedFunctionIsAheadByTheShift(@ForAll("functions") Both function) {
    Curve ahead = function.curve().shifted(7);
    for (long n : NUMBERS) {
      assertThat(ahead.at(n)).isEqualTo(function.plain().apply(n + 7));
    }
  }

  @Test
  void groupsOfTenGoOnWithoutEnd() {
    Curve groups = Curve.identity().dividedBy(Rational.of(10), Rounding.UP);

    assertThat(groups.at(0)).contains(Rational.ZERO);
    assertThat(groups.at(1)).contains(Rational.of(1));
    assertThat(groups.at(9_000_000_000_000_000_001L))
        .contains(Rational.of(900_000_000_000_000_001L));
  }

  @Test
  void aCapIsReachedAtTheNumberThatFillsIt() {
    Curve capped =
        Curve.identity()
            .times(Rational.of(250))
            .plus(Curve.constant(Rational.of(5_000)))
            .lesserOf(Curve.constant(Rational.of(100_000)));

    assertThat(capped.at(379)).contains(Rational.of(99_750));
    assertThat(capped.at(380)).contains(Rational.of(100_000));
    assertThat(capped.at(Long.MAX_VALUE)).contains(Rational.of(100_000));
    assertThat(Curve.constant(Rational.of(99_999)).firstBelow(capped)).contains(380L);
  }

  @Test
  void twoWaysToSayTheSameAreTheSame() {
    Curve groups = Curve.identity().dividedBy(Rational.of(4), Rounding.DOWN);
    Curve inTwoSteps =
        Curve.identity()
            .dividedBy(Rational.of(2), Rounding.DOWN)
            .dividedBy(Rational.of(2), Rounding.DOWN);

    assertThat(groups.isSameAs(inTwoSteps)).isTrue();
    assertThat(groups.isSameAs(Curve.identity().dividedBy(Rational.of(4), Rounding.UP))).isFalse();
  }

  @Test
  void whatRepeatsItselfTooRarelyIsSaidToBe() {
    Curve fine = Curve.identity().dividedBy(Rational.of(19_997), Rounding.UP);

    assertThatThrownBy(() -> fine.plus(Curve.identity().dividedBy(Rational.of(3), Rounding.UP)))
        .isInstanceOf(TooFine.class)
        .hasMessageContaining("59991 numbers");
    assertThatThrownBy(
            () -> Curve.identity().dividedBy(Rational.of(Long.MAX_VALUE), Rounding.NEAREST))
        .isInstanceOf(TooFine.class);
  }

  @Test
  void nothingCanBeTakenFromWhatHasNoLimit() {
    assertThatThrownBy(() -> Curve.identity().minus(Curve.unlimited()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean isBelow(Optional<Rational> left, Optional<Rational> right) {
    return left.isPresent() && (right.isEmpty() || left.get().compareTo(right.get()) < 0);
  }

  @Provide
  Arbitrary<Both> functions() {
    return functions(3);
  }

  private Arbitrary<Both> functions(int depth) {
    Arbitrary<Both> leaves =
        Arbitraries.frequencyOf(
            Tuple.of(
                4,
                Arbitraries.just(
                    new Both(Curve.identity(), n -> Optional.of(Rational.of(n)), "n"))),
            Tuple.of(4, Arbitraries.longs().between(-20, 60).map(CurveTest::constant)),
            Tuple.of(
                1,
                Arbitraries.just(new Both(Curve.unlimited(), n -> Optional.empty(), "no limit"))));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Both> less = functions(depth - 1);
    Arbitrary<Long> small = Arbitraries.longs().between(1, 6);
    return Arbitraries.oneOf(
        leaves,
        Combinators.combine(less, less).as(CurveTest::sum),
        Combinators.combine(less, less).as((a, b) -> choice(a, b, true)),
        Combinators.combine(less, less).as((a, b) -> choice(a, b, false)),
        Combinators.combine(less, Arbitraries.longs().between(-3, 5)).as(CurveTest::multiple),
        Combinators.combine(less, small, Arbitraries.of(Rounding.class)).as(CurveTest::quotient),
        Combinators.combine(less, less, Arbitraries.longs().between(0, 80))
            .as(CurveTest::oneAfterTheOther));
  }

  private static Both constant(long value) {
    return new Both(
        Curve.constant(Rational.of(value)), n -> Optional.of(Rational.of(value)), "" + value);
  }

  private static Both sum(Both a, Both b) {
    return new Both(
        a.curve().plus(b.curve()),
        n -> a.plain().apply(n).flatMap(x -> b.plain().apply(n).map(x::plus)),
        "(" + a + " + " + b + ")");
  }

  private static Both choice(Both a, Both b, boolean lesser) {
    return new Both(
        lesser ? a.curve().lesserOf(b.curve()) : a.curve().greaterOf(b.curve()),
        n -> {
          Optional<Rational> x = a.plain().apply(n);
          Optional<Rational> y = b.plain().apply(n);
          return isBelow(x, y) == lesser ? x : y;
        },
        (lesser ? "lesser of (" : "greater of (") + a + ", " + b + ")");
  }

  private static Both multiple(Both a, long factor) {
    return new Both(
        a.curve().times(Rational.of(factor)),
        n ->
            factor == 0
                ? Optional.of(Rational.ZERO)
                : a.plain().apply(n).map(x -> x.times(Rational.of(factor))),
        factor + " × " + a);
  }

  private static Both quotient(Both a, long by, Rounding rounding) {
    BigDecimal shift = rounding == Rounding.NEAREST ? new BigDecimal("0.5") : BigDecimal.ZERO;
    return new Both(
        a.curve().dividedBy(Rational.of(by), rounding),
        n ->
            a.plain()
                .apply(n)
                .map(x -> x.dividedBy(Rational.of(by)).plus(Rational.of(shift)))
                .map(x -> rounding == Rounding.UP ? x.ceiling() : x.floor())
                .map(x -> new Rational(x, BigInteger.ONE)),
        "(" + a + " ÷ " + by + " " + rounding + ")");
  }

  private static Both oneAfterTheOther(Both a, Both b, long last) {
    return new Both(
        a.curve().until(last, b.curve()),
        n -> n <= last ? a.plain().apply(n) : b.plain().apply(n),
        "(" + a + " to " + last + ", then " + b + ")");
  }
}
