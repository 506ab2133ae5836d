package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.terms.Wording;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Computes the cost of one call exactly, and says how.
 *
 * <p>Worked example: {@code 1 per 10 records} with 25 records costs 3, and says {@code 1 per 10
 * records: 25 records → 3}.
 */
final class CostArithmetic implements Cost.Visitor<CostArithmetic.Step> {

  private final Unit unit;
  private final ReadCall call;
  private final Supplier<List<Costed>> parts;
  private final boolean ended;
  private final boolean telling;
  private final Problems problems;

  /**
   * @param unit of the quota
   * @param parts what the calls inside a composite cost; asked for only where the cost sums them
   * @param ended whether the call has ended, so that a cost which is held until then is settled
   * @param telling whether to say how the cost comes about
   */
  CostArithmetic(
      Unit unit,
      ReadCall call,
      Supplier<List<Costed>> parts,
      boolean ended,
      boolean telling,
      Problems problems) {
    this.unit = unit;
    this.call = call;
    this.parts = parts;
    this.ended = ended;
    this.telling = telling;
    this.problems = problems;
  }

  /**
   * A result and how it was computed.
   *
   * @param steps steps of the quota's unit, from 0
   * @param text empty unless it was asked for
   * @param inside what of it the calls inside a composite cost
   */
  record Step(long steps, String text, List<Costed> inside) {
    Step {
      inside = List.copyOf(inside);
    }
  }

  /**
   * The cost. A parameter that is missing becomes a problem, and so does a cost that nobody can
   * count.
   */
  Step compute(Cost cost) {
    try {
      return cost.accept(this);
    } catch (ArithmeticException overflow) {
      problems.add(
          call.pointer() + "/params", "too-large", "the cost of " + call.name() + " is too large");
      return step(0, () -> "too large");
    }
  }

  @Override
  public Step visitNotCounted(Cost.NotCounted notCounted) {
    return step(0, () -> "not counted");
  }

  @Override
  public Step visitConstant(Cost.Constant constant) {
    return step(constant.steps(), () -> amount(constant.steps()));
  }

  @Override
  public Step visitPerGroup(Cost.PerGroup perGroup) {
    long number = number(perGroup.parameter());
    long groups = perGroup.rounding().divide(number, perGroup.group());
    return per(
        perGroup.each(),
        perGroup.group(),
        perGroup.parameter(),
        number,
        Math.multiplyExact(perGroup.each(), groups));
  }

  @Override
  public Step visitProRata(Cost.ProRata proRata) {
    long number = number(proRata.parameter());
    BigInteger whole = BigInteger.valueOf(proRata.each()).multiply(BigInteger.valueOf(number));
    BigInteger steps = Rounding.UP.divide(whole, BigInteger.valueOf(proRata.group()));
    return per(
        proRata.each(), proRata.group(), proRata.parameter(), number, steps.longValueExact());
  }

  @Override
  public Step visitSumOfItsCalls(Cost.SumOfItsCalls sumOfItsCalls) {
    List<Costed> costed = parts.get();
    Step sum =
        sum(costed.stream().map(part -> step(part.steps(), () -> amount(part.steps()))).toList());
    return step(sum.steps(), sum::text, costed);
  }

  @Override
  public Step visitSum(Cost.Sum sum) {
    List<Step> steps = new ArrayList<>();
    sum.parts().forEach(part -> steps.add(part.accept(this)));
    return sum(steps);
  }

  @Override
  public Step visitAtLeast(Cost.AtLeast atLeast) {
    Step step = atLeast.cost().accept(this);
    return step(
        Math.max(step.steps(), atLeast.least()),
        () -> step.text() + ", at least " + amount(atLeast.least()),
        step.inside());
  }

  @Override
  public Step visitBanded(Cost.Banded banded) {
    long number = number(banded.parameter());
    for (Cost.Band band : banded.bands()) {
      if (number <= band.to()) {
        return banded(banded, number, () -> "to " + Wording.of(band.to()), band.steps());
      }
    }
    long beyond = banded.beyond().orElseThrow(ArithmeticException::new);
    return banded(banded, number, () -> "beyond", beyond);
  }

  private Step banded(Cost.Banded banded, long number, Supplier<String> band, long steps) {
    return step(
        steps,
        () ->
            "%s %s, %s → %s"
                .formatted(Wording.of(number), banded.parameter(), band.get(), amount(steps)));
  }

  @Override
  public Step visitHeld(Cost.Held held) {
    Step step = (ended ? held.settle() : held.hold()).accept(this);
    return step(
        step.steps(), () -> (ended ? "settles at " : "holds ") + step.text(), step.inside());
  }

  private Step sum(List<Step> steps) {
    long sum = 0;
    List<Costed> inside = new ArrayList<>();
    for (Step step : steps) {
      sum = Math.addExact(sum, step.steps());
      inside.addAll(step.inside());
    }
    long all = sum;
    return step(all, () -> summands(steps) + " → " + amount(all), inside);
  }

  private static String summands(List<Step> steps) {
    return steps.stream()
        .map(step -> step.text().contains(" ") ? "(" + step.text() + ")" : step.text())
        .collect(Collectors.joining(" + "));
  }

  private Step per(long each, long group, String parameter, long number, long steps) {
    return step(steps, () -> per(each, group, parameter, number) + " → " + amount(steps));
  }

  private String per(long each, long group, String parameter, long number) {
    String given = Wording.of(number) + " " + parameter;
    return group == 1
        ? amount(each) + " × " + given
        : amount(each) + " per " + Wording.of(group) + " " + parameter + ": " + given;
  }

  /** Nothing real costs as much as the number that stands for no limit. */
  private Step step(long steps, Supplier<String> text, List<Costed> inside) {
    if (steps == Unit.UNLIMITED) {
      throw new ArithmeticException("a cost of " + steps);
    }
    return new Step(steps, telling ? text.get() : "", inside);
  }

  private Step step(long steps, Supplier<String> text) {
    return step(steps, text, List.of());
  }

  private long number(String parameter) {
    Value value = call.params().get(parameter);
    if (value == null) {
      problems.missing(
          Problems.pointer(call.pointer() + "/params", parameter),
          "parameter",
          "the cost of " + call.name() + " depends on `" + parameter + "`");
      return 0;
    }
    if (value instanceof Value.Number number) {
      return number.steps();
    }
    throw new IllegalStateException("`" + parameter + "` of " + call.name() + " is no number");
  }

  private String amount(long steps) {
    return Wording.of(unit.amount(steps));
  }
}
