package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Rounding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a formula down as linear constraints, from one side. A number that must only not be less
 * than the greatest of some must not be less than each of them; not to be less than the least of
 * some is a choice. Roundings bring a whole number of their own. For use once, by one thread.
 */
final class Encoding implements Formula.Visitor<Affine> {

  private final IntegerProgram program;
  private final Choices choices;
  private boolean fromAbove;
  private int own;

  /**
   * Begins with the numbers that formulas hang on.
   *
   * @param choices which of several must be met where one is enough
   */
  Encoding(Map<Attribute, Range> ranges, Choices choices) {
    this.program = new IntegerProgram(choices.budget);
    this.choices = choices;
    ranges.forEach(this::add);
  }

  private void add(Attribute variable, Range range) {
    program.add(variable, true);
    Affine number = Affine.of(variable, Rational.of(1));
    if (range.least() > 0) {
      program.demand(number.plus(Affine.constant(Rational.of(range.least()).negated())));
    }
    if (!range.isOpen()) {
      program.demand(
          Affine.constant(Rational.of(range.most())).plus(number.times(Rational.of(-1))));
    }
  }

  IntegerProgram program() {
    return program;
  }

  /** A value that is free but for this: it is not below the formula's. */
  Affine notBelow(Formula formula) {
    fromAbove = true;
    return formula.accept(this);
  }

  /** A value that is free but for this: it is not above the formula's. */
  Affine notAbove(Formula formula) {
    fromAbove = false;
    return formula.accept(this);
  }

  private Affine own(boolean whole) {
    own++;
    Attribute variable = Attribute.fact("own number " + own, true);
    program.add(variable, whole);
    return Affine.of(variable, Rational.of(1));
  }

  @Override
  public Affine visitLinear(Formula.Linear linear) {
    return linear.value();
  }

  @Override
  public Affine visitNoLimit(Formula.NoLimit noLimit) {
    throw new IllegalArgumentException("no limit is no number");
  }

  @Override
  public Affine visitSum(Formula.Sum sum) {
    return sum.parts().stream()
        .map(part -> part.accept(this))
        .reduce(Affine.constant(Rational.ZERO), Affine::plus);
  }

  @Override
  public Affine visitTimes(Formula.Times times) {
    return times.value().accept(this).times(times.by());
  }

  @Override
  public Affine visitQuotient(Formula.Quotient quotient) {
    Rational share = Rational.of(1).dividedBy(quotient.by());
    Affine exact = quotient.value().accept(this).times(share);
    BigInteger parts = quotient.value().accept(new Denominator()).multiply(share.denominator());
    if (quotient.rounding() == Rounding.NEAREST) {
      exact = exact.plus(Affine.constant(Rational.of(1).dividedBy(Rational.of(2))));
      parts = parts.shiftLeft(1);
    }
    // What lies between the exact value and the next whole number has at most this many parts.
    Affine rest = Affine.constant(new Rational(parts.subtract(BigInteger.ONE), parts));
    Affine whole = own(true);
    boolean up = quotient.rounding() == Rounding.UP;
    if (fromAbove) {
      Affine least = up ? exact : exact.plus(rest.times(Rational.of(-1)));
      program.demand(whole.plus(least.times(Rational.of(-1))));
    } else {
      Affine most = up ? exact.plus(rest) : exact;
      program.demand(most.plus(whole.times(Rational.of(-1))));
    }
    return whole;
  }

  @Override
  public Affine visitGreatest(Formula.Greatest greatest) {
    return fromAbove ? beyondEach(greatest.choices()) : oneOf(greatest.choices());
  }

  @Override
  public Affine visitLeast(Formula.Least least) {
    return fromAbove ? oneOf(least.choices()) : beyondEach(least.choices());
  }

  private Affine oneOf(List<Formula> formulas) {
    return formulas.get(choices.next(formulas.size())).accept(this);
  }

  private Affine beyondEach(List<Formula> formulas) {
    List<Affine> values = formulas.stream().map(formula -> formula.accept(this)).toList();
    Affine beyond = own(false);
    Rational sign = Rational.of(fromAbove ? 1 : -1);
    for (Affine value : values) {
      program.demand(beyond.plus(value.times(Rational.of(-1))).times(sign));
    }
    return beyond;
  }

  /** Goes through all ways to choose, one after the other. */
  static final class Choices {

    private static final int MOST = 2_000;

    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final Budget budget;
    private int at;
    private int ways;

    /** Begins with the first way. */
    Choices(Budget budget) {
      this.budget = budget;
    }

    int next(int size) {
      if (at == taken.size()) {
        taken.add(0);
        sizes.add(size);
      }
      at++;
      return taken.get(at - 1);
    }

    /** Turns to the next way; whether there is one. */
    boolean turn() {
      ways++;
      if (ways > MOST) {
        throw new TooFine("a comparison falls apart into more than " + MOST + " cases");
      }
      at = 0;
      int last = taken.size() - 1;
      while (last >= 0 && taken.get(last) == sizes.get(last) - 1) {
        taken.remove(last);
        sizes.remove(last);
        last--;
      }
      if (last >= 0) {
        taken.set(last, taken.get(last) + 1);
      }
      return last >= 0;
    }
  }
}
