package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An exact function of several whole numbers: of seats, of facts, of amounts bought, of parameters.
 * Sums, multiples, the greater and the lesser of some, and quotients rounded to whole numbers are
 * again such functions, so that questions about all values at once have exact answers; see {@link
 * Comparison}. The value of a whole formula and of each quotient is from 0, as allotments, costs
 * and prices are.
 *
 * <p>Worked example: {@code Formula.lesserOf(List.of(a, b))} with {@code a} 10,000 + 500 × users
 * and {@code b} 500,000 is 510,000 held at 500,000 for 1,000 users.
 */
public sealed interface Formula {

  Formula ZERO = constant(Rational.ZERO);

  /** Greater than every number. */
  Formula NO_LIMIT = new NoLimit();

  <R> R accept(Visitor<R> visitor);

  /** A constant and multiples of numbers. */
  record Linear(Affine value) implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitLinear(this);
    }
  }

  /** No number reaches it. Only a formula as a whole can be without limit, never a part of one. */
  record NoLimit() implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNoLimit(this);
    }
  }

  record Sum(List<Formula> parts) implements Formula {
    public Sum {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSum(this);
    }
  }

  /** A multiple; {@code by} is above 0. */
  record Times(Formula value, Rational by) implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTimes(this);
    }
  }

  /** {@code value ÷ by}, rounded to a whole number; {@code by} is above 0. */
  record Quotient(Formula value, Rational by, Rounding rounding) implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitQuotient(this);
    }
  }

  record Greatest(List<Formula> choices) implements Formula {
    public Greatest {
      choices = List.copyOf(choices);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGreatest(this);
    }
  }

  record Least(List<Formula> choices) implements Formula {
    public Least {
      choices = List.copyOf(choices);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitLeast(this);
    }
  }

  /** One method for each form. */
  interface Visitor<R> {
    R visitLinear(Linear linear);

    R visitNoLimit(NoLimit noLimit);

    R visitSum(Sum sum);

    R visitTimes(Times times);

    R visitQuotient(Quotient quotient);

    R visitGreatest(Greatest greatest);

    R visitLeast(Least least);
  }

  static Formula constant(Rational value) {
    return new Linear(Affine.constant(value));
  }

  /** A multiple of a number. */
  static Formula of(Attribute variable, Rational factor) {
    return new Linear(Affine.of(variable, factor));
  }

  /** {@code each} for every one above {@code above}; nothing up to there. */
  static Formula above(Attribute variable, long above, Rational each) {
    if (above == 0 || each.signum() == 0) {
      return of(variable, each);
    }
    Affine rest = Affine.of(variable, each).plus(Affine.constant(each.times(Rational.of(-above))));
    return new Greatest(List.of(ZERO, new Linear(rest)));
  }

  default boolean isUnlimited() {
    return this instanceof NoLimit;
  }

  /** Whether the value is one and the same for all numbers, as far as its form shows. */
  default boolean isConstant() {
    return this instanceof Linear linear && linear.value().isConstant();
  }

  default Formula plus(Formula other) {
    return sum(List.of(this, other));
  }

  /** The sum; without limit where a part is. Parts that are straight become one. */
  static Formula sum(List<Formula> parts) {
    Affine straight = Affine.constant(Rational.ZERO);
    List<Formula> bent = new ArrayList<>();
    for (Formula part : parts) {
      if (part.isUnlimited()) {
        return NO_LIMIT;
      } else if (part instanceof Linear linear) {
        straight = straight.plus(linear.value());
      } else if (part instanceof Sum sum) {
        bent.addAll(sum.parts());
      } else {
        bent.add(part);
      }
    }
    boolean nothing = straight.equals(Affine.constant(Rational.ZERO));
    if (bent.isEmpty() || !nothing) {
      bent.add(0, new Linear(straight));
    }
    return bent.size() == 1 ? bent.get(0) : new Sum(bent);
  }

  /**
   * A multiple; nothing times no limit is nothing.
   *
   * @param by from 0
   */
  default Formula times(Rational by) {
    if (by.signum() == 0) {
      return ZERO;
    }
    if (isUnlimited()) {
      return this;
    }
    return this instanceof Linear linear
        ? new Linear(linear.value().times(by))
        : new Times(this, by);
  }

  /**
   * The quotient, rounded to a whole number.
   *
   * @param by above 0
   */
  default Formula dividedBy(Rational by, Rounding rounding) {
    if (isUnlimited()) {
      return this;
    }
    Formula quotient = new Quotient(this, by, rounding);
    return isConstant() ? constant(FormulaValue.of(quotient, Map.of()).orElseThrow()) : quotient;
  }

  /** The greatest of some; without limit where one is. */
  static Formula greatestOf(List<Formula> choices) {
    return choices.stream().anyMatch(Formula::isUnlimited)
        ? NO_LIMIT
        : plain(choices, new Greatest(choices));
  }

  /** The least of some; those without limit do not count beside others. */
  static Formula leastOf(List<Formula> choices) {
    List<Formula> limited = choices.stream().filter(choice -> !choice.isUnlimited()).toList();
    return limited.isEmpty() ? NO_LIMIT : plain(limited, new Least(limited));
  }

  private static Formula plain(List<Formula> choices, Formula chosen) {
    if (choices.stream().distinct().count() == 1) {
      return choices.get(0);
    }
    return choices.stream().allMatch(Formula::isConstant)
        ? constant(FormulaValue.of(chosen, Map.of()).orElseThrow())
        : chosen;
  }
}
