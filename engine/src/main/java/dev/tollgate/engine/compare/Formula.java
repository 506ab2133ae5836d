package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Rounding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /** A multiple; {@code by} is not 0. What is taken off this way is below 0 by itself. */
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

  /**
   * {@code above} where one formula is above another, and {@code otherwise} where it is not. Only a
   * whole choice can be made; where one side is without limit, so is the formula there.
   */
  record Chosen(Formula one, Formula other, Formula above, Formula otherwise) implements Formula {

    /** Whether it has a limit on one side alone, which nothing can be said of for all numbers. */
    boolean isUnlimitedSomewhere() {
      return above.isUnlimited() || otherwise.isUnlimited();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitChosen(this);
    }
  }

  /**
   * A product of two that both vary. It can be worked out for certain numbers; for all numbers no
   * more is known of it than that it is from 0, and the same wherever it is written.
   *
   * @param place where it is written
   */
  record Product(Formula left, Formula right, Place place) implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitProduct(this);
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

    R visitChosen(Chosen chosen);

    R visitProduct(Product product);
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

  /** A multiple; nothing times no limit is nothing. */
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
    for (Formula choice : limited) {
      if (choice instanceof Chosen chosen && chosen.isUnlimitedSomewhere() && limited.size() > 1) {
        List<Formula> others = new ArrayList<>(limited);
        others.remove(choice);
        Formula least = leastOf(others);
        return chosen(
            chosen.one(),
            chosen.other(),
            leastOf(List.of(chosen.above(), least)),
            leastOf(List.of(chosen.otherwise(), least)));
      }
    }
    List<Formula> low = limited.stream().filter(each -> !isBeside(each, limited)).toList();
    return limited.isEmpty() ? NO_LIMIT : plain(low, new Least(low));
  }

  /** Whether another one is straight, too, and for no number above it. */
  private static boolean isBeside(Formula choice, List<Formula> choices) {
    return choices.stream()
        .anyMatch(other -> !other.equals(choice) && isNowhereBelow(choice, other));
  }

  private static boolean isNowhereBelow(Formula one, Formula other) {
    if (one instanceof Linear more && other instanceof Linear less) {
      Affine ahead = more.value().plus(less.value().times(Rational.of(-1)));
      return ahead.constant().signum() >= 0
          && ahead.factors().values().stream().allMatch(factor -> factor.signum() > 0);
    }
    return false;
  }

  private static Formula plain(List<Formula> choices, Formula chosen) {
    if (choices.stream().distinct().count() == 1) {
      return choices.get(0);
    }
    return choices.stream().allMatch(Formula::isConstant)
        ? constant(FormulaValue.of(chosen, Map.of()).orElseThrow())
        : chosen;
  }

  /** What is left of one formula beside another: never below 0. */
  static Formula rest(Formula of, Formula taken) {
    if (of.isUnlimited() || taken.isUnlimited()) {
      return of.isUnlimited() ? of : ZERO;
    }
    return greatestOf(List.of(ZERO, of.plus(taken.times(Rational.of(-1)))));
  }

  /** {@code above} where one is above the other. */
  static Formula chosen(Formula one, Formula other, Formula above, Formula otherwise) {
    if (above.equals(otherwise) || one.equals(other) || other.isUnlimited()) {
      return otherwise;
    } else if (one.isUnlimited()) {
      return above;
    } else if (one.isConstant() && other.isConstant()) {
      boolean isAbove = FormulaValue.of(one).compareTo(FormulaValue.of(other)) > 0;
      return isAbove ? above : otherwise;
    }
    return isHeadStart(one, other, above, otherwise)
        ? greatestOf(List.of(otherwise, above))
        : new Chosen(one, other, above, otherwise);
  }

  /** Whether both sides are compared with the same on top: then the greater one is chosen. */
  private static boolean isHeadStart(Formula one, Formula other, Formula above, Formula otherwise) {
    return one instanceof Linear
        && other instanceof Linear
        && above instanceof Linear
        && otherwise instanceof Linear
        && one.plus(above.times(Rational.of(-1)))
            .equals(other.plus(otherwise.times(Rational.of(-1))));
  }

  /**
   * A product. Of what is straight it falls apart into products of two numbers each, so that {@code
   * 5 per user × size} is five times what {@code 1 per user × size} is.
   */
  static Formula product(Formula left, Formula right, Place place) {
    if (left.isConstant() || right.isConstant()) {
      Formula varies = left.isConstant() ? right : left;
      return varies.times(FormulaValue.of(left.isConstant() ? left : right));
    } else if (left.isUnlimited() || right.isUnlimited()) {
      return NO_LIMIT;
    } else if (left instanceof Linear one && right instanceof Linear other) {
      return product(one.value(), other.value(), place);
    }
    return new Product(left, right, place);
  }

  private static Formula product(Affine left, Affine right, Place place) {
    List<Formula> parts = new ArrayList<>();
    parts.add(new Linear(right.times(left.constant())));
    left.factors()
        .forEach(
            (one, each) -> {
              parts.add(of(one, each.times(right.constant())));
              right
                  .factors()
                  .forEach(
                      (other, more) -> {
                        List<Attribute> both =
                            Stream.of(one, other)
                                .sorted(Comparator.comparing(Attribute::toString))
                                .toList();
                        Formula first = of(both.get(0), Rational.of(1));
                        Formula second = of(both.get(1), Rational.of(1));
                        parts.add(new Product(first, second, place).times(each.times(more)));
                      });
            });
    return sum(parts);
  }
}
