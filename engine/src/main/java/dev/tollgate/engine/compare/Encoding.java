package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Rounding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Map<List<Formula>, Attribute> products = new HashMap<>();
  private final Map<Formula.Quotient, Affine> quotients = new HashMap<>();
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

  /** What is taken off must be bounded from the other side. */
  @Override
  public Affine visitTimes(Formula.Times times) {
    return times.by().signum() > 0
        ? times.value().accept(this).times(times.by())
        : opposite(times.value()).times(times.by());
  }

  private Affine opposite(Formula formula) {
    fromAbove = !fromAbove;
    Affine value = formula.accept(this);
    fromAbove = !fromAbove;
    return value;
  }

  /** What is straight is rounded to one and the same number on both sides of a comparison. */
  @Override
  public Affine visitQuotient(Formula.Quotient quotient) {
    if (!(quotient.value() instanceof Formula.Linear)) {
      return rounded(quotient);
    }
    return quotients.computeIfAbsent(
        quotient,
        unused -> {
          Affine whole = own(true);
          demandNotBelow(whole, quotient);
          demandNotAbove(whole, quotient);
          return whole;
        });
  }

  private Affine rounded(Formula.Quotient quotient) {
    Affine whole = own(true);
    if (fromAbove) {
      demandNotBelow(whole, quotient);
    } else {
      demandNotAbove(whole, quotient);
    }
    return whole;
  }

  private void demandNotBelow(Affine whole, Formula.Quotient quotient) {
    Affine exact = exact(quotient);
    Affine least =
        quotient.rounding() == Rounding.UP
            ? exact
            : exact.plus(rest(quotient).times(Rational.of(-1)));
    program.demand(whole.plus(least.times(Rational.of(-1))));
  }

  private void demandNotAbove(Affine whole, Formula.Quotient quotient) {
    Affine exact = exact(quotient);
    Affine most = quotient.rounding() == Rounding.UP ? exact.plus(rest(quotient)) : exact;
    program.demand(most.plus(whole.times(Rational.of(-1))));
  }

  private Affine exact(Formula.Quotient quotient) {
    Rational share = Rational.of(1).dividedBy(quotient.by());
    Affine exact = quotient.value().accept(this).times(share);
    Affine half = Affine.constant(Rational.of(1).dividedBy(Rational.of(2)));
    return quotient.rounding() == Rounding.NEAREST ? exact.plus(half) : exact;
  }

  /** What lies between the exact value and the next whole number has at most so many parts. */
  private static Affine rest(Formula.Quotient quotient) {
    Rational share = Rational.of(1).dividedBy(quotient.by());
    BigInteger parts = quotient.value().accept(new Denominator()).multiply(share.denominator());
    if (quotient.rounding() == Rounding.NEAREST) {
      parts = parts.shiftLeft(1);
    }
    return Affine.constant(new Rational(parts.subtract(BigInteger.ONE), parts));
  }

  @Override
  public Affine visitGreatest(Formula.Greatest greatest) {
    return fromAbove ? beyondEach(greatest.choices()) : oneOf(greatest.choices());
  }

  @Override
  public Affine visitLeast(Formula.Least least) {
    return fromAbove ? oneOf(least.choices()) : beyondEach(least.choices());
  }

  /** Either the one is above the other, and the value is this; or it is not, and it is that. */
  @Override
  public Affine visitChosen(Formula.Chosen chosen) {
    boolean side = fromAbove;
    boolean above = choices.next(2) == 0;
    Formula greater = above ? chosen.one() : chosen.other();
    Formula lesser = above ? chosen.other() : chosen.one();
    Rational step = above ? Comparison.step(greater, lesser) : Rational.ZERO;
    Affine least = notBelow(lesser).plus(Affine.constant(step));
    program.demand(notAbove(greater).plus(least.times(Rational.of(-1))));
    fromAbove = side;
    return (above ? chosen.above() : chosen.otherwise()).accept(this);
  }

  /** No more is known of a product than that it is whole, but for its parts, and from 0. */
  @Override
  public Affine visitProduct(Formula.Product product) {
    BigInteger parts = product.accept(new Denominator());
    Attribute whole =
        products.computeIfAbsent(
            List.of(product.left(), product.right()),
            unused -> {
              Attribute variable = Attribute.fact("product " + products.size(), true);
              program.add(variable, true);
              return variable;
            });
    return Affine.of(whole, new Rational(BigInteger.ONE, parts));
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
