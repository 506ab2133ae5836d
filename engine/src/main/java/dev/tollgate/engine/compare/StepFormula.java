package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/**
 * A formula prepared for working it out for very many accounts, in whole steps of a unit. It says
 * the same as {@link FormulaValue}, or throws. Immutable and safe for use by many threads.
 */
public final class StepFormula {

  /** Fractions are kept over one denominator each, which is known before any number is. */
  private interface Node {
    long denominator();

    long numerator(long[] numbers);
  }

  private final Formula formula;
  private final Node node;
  private final long stepsInOne;

  private StepFormula(Formula formula, Node node, long stepsInOne) {
    this.formula = formula;
    this.node = node;
    this.stepsInOne = stepsInOne;
  }

  /**
   * Prepares a formula.
   *
   * @param positions where each number that it hangs on will stand
   * @param decimals of the unit: 0 to 9
   * @throws ArithmeticException if it has fractions that are too fine
   */
  public static StepFormula of(Formula formula, Map<Attribute, Integer> positions, int decimals) {
    long stepsInOne = BigInteger.TEN.pow(decimals).longValueExact();
    Formula limited = formula.isUnlimited() ? Formula.ZERO : formula;
    return new StepFormula(formula, limited.accept(new Preparation(positions)), stepsInOne);
  }

  /**
   * What it comes to, in steps; {@link Unit#UNLIMITED} where there is no limit.
   *
   * @throws ArithmeticException if a number on the way does not fit, or the result is not whole
   */
  public long at(long[] numbers) {
    if (formula.isUnlimited()) {
      return Unit.UNLIMITED;
    }
    long scaled = Math.multiplyExact(node.numerator(numbers), stepsInOne);
    if (scaled % node.denominator() != 0) {
      throw new ArithmeticException("not a whole number of steps");
    }
    return scaled / node.denominator();
  }

  private record Preparation(Map<Attribute, Integer> positions) implements Formula.Visitor<Node> {

    @Override
    public Node visitLinear(Formula.Linear linear) {
      Affine value = linear.value();
      Rational denominator = new Rational(value.denominator(), BigInteger.ONE);
      int[] places = value.factors().keySet().stream().mapToInt(positions::get).toArray();
      long[] factors =
          value.factors().values().stream().mapToLong(each -> whole(each, denominator)).toArray();
      return new Straight(
          value.denominator().longValueExact(),
          whole(value.constant(), denominator),
          places,
          factors);
    }

    private static long whole(Rational value, Rational denominator) {
      return value.times(denominator).numerator().longValueExact();
    }

    @Override
    public Node visitNoLimit(Formula.NoLimit noLimit) {
      throw new IllegalArgumentException("only a formula as a whole can be without limit");
    }

    @Override
    public Node visitSum(Formula.Sum sum) {
      return joined(sum.parts(), Math::addExact);
    }

    @Override
    public Node visitTimes(Formula.Times times) {
      Node value = times.value().accept(this);
      return new Multiple(
          value,
          times.by().numerator().longValueExact(),
          Math.multiplyExact(value.denominator(), times.by().denominator().longValueExact()));
    }

    @Override
    public Node visitQuotient(Formula.Quotient quotient) {
      Node value = quotient.value().accept(this);
      return new Rounded(
          value,
          quotient.by().denominator().longValueExact(),
          Math.multiplyExact(value.denominator(), quotient.by().numerator().longValueExact()),
          quotient.rounding());
    }

    @Override
    public Node visitGreatest(Formula.Greatest greatest) {
      return joined(greatest.choices(), Math::max);
    }

    @Override
    public Node visitLeast(Formula.Least least) {
      return joined(least.choices(), Math::min);
    }

    @Override
    public Node visitChosen(Formula.Chosen chosen) {
      Formula over = Formula.sum(List.of(chosen.one(), chosen.other().times(Rational.of(-1))));
      Node above = joined(List.of(chosen.above(), chosen.otherwise()), (yes, no) -> yes);
      Node otherwise = joined(List.of(chosen.above(), chosen.otherwise()), (yes, no) -> no);
      return new Either(over.accept(this), above, otherwise);
    }

    @Override
    public Node visitProduct(Formula.Product product) {
      return new Multiplied(product.left().accept(this), product.right().accept(this));
    }

    private Node joined(List<Formula> formulas, LongBinaryOperator join) {
      Node[] parts = formulas.stream().map(part -> part.accept(this)).toArray(Node[]::new);
      BigInteger common = BigInteger.ONE;
      for (Node part : parts) {
        BigInteger denominator = BigInteger.valueOf(part.denominator());
        common = common.divide(common.gcd(denominator)).multiply(denominator);
      }
      long denominator = common.longValueExact();
      long[] factors = new long[parts.length];
      for (int i = 0; i < parts.length; i++) {
        factors[i] = denominator / parts[i].denominator();
      }
      return new Joined(denominator, parts, factors, join);
    }
  }

  private record Straight(long denominator, long constant, int[] places, long[] factors)
      implements Node {
    @Override
    public long numerator(long[] numbers) {
      long sum = constant;
      for (int i = 0; i < places.length; i++) {
        sum = Math.addExact(sum, Math.multiplyExact(factors[i], numbers[places[i]]));
      }
      return sum;
    }
  }

  private record Joined(long denominator, Node[] parts, long[] factors, LongBinaryOperator join)
      implements Node {
    @Override
    public long numerator(long[] numbers) {
      long joined = Math.multiplyExact(factors[0], parts[0].numerator(numbers));
      for (int i = 1; i < parts.length; i++) {
        joined =
            join.applyAsLong(joined, Math.multiplyExact(factors[i], parts[i].numerator(numbers)));
      }
      return joined;
    }
  }

  private record Multiple(Node value, long by, long denominator) implements Node {
    @Override
    public long numerator(long[] numbers) {
      return Math.multiplyExact(value.numerator(numbers), by);
    }
  }

  private record Multiplied(Node left, Node right) implements Node {
    @Override
    public long denominator() {
      return Math.multiplyExact(left.denominator(), right.denominator());
    }

    @Override
    public long numerator(long[] numbers) {
      return Math.multiplyExact(left.numerator(numbers), right.numerator(numbers));
    }
  }

  /** Both values have one denominator. */
  private record Either(Node over, Node above, Node otherwise) implements Node {
    @Override
    public long denominator() {
      return above.denominator();
    }

    @Override
    public long numerator(long[] numbers) {
      return (over.numerator(numbers) > 0 ? above : otherwise).numerator(numbers);
    }
  }

  private record Rounded(Node value, long factor, long divisor, Rounding rounding) implements Node {
    @Override
    public long denominator() {
      return 1;
    }

    @Override
    public long numerator(long[] numbers) {
      return rounding.divide(Math.multiplyExact(value.numerator(numbers), factor), divisor);
    }
  }
}
