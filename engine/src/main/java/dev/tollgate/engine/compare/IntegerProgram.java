package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Numbers from 0, most of them whole, that meet linear constraints. Answers which of them is the
 * least in some order of preference, exactly: corners of the constraints are found in fractions,
 * and where a whole number comes out broken, both sides of it are tried. For use by one thread.
 */
final class IntegerProgram {

  private final Map<Attribute, Boolean> wholes = new LinkedHashMap<>();
  private final List<Affine> constraints = new ArrayList<>();
  private final Budget budget;

  /**
   * Begins without numbers.
   *
   * @param budget what all answers together may take: a step for each corner
   */
  IntegerProgram(Budget budget) {
    this.budget = budget;
  }

  /**
   * A point.
   *
   * @param values of the objectives, in their order
   */
  record Optimum(List<Rational> values, Map<Attribute, Rational> point) {}

  /** Adds a number from 0. */
  void add(Attribute variable, boolean whole) {
    wholes.putIfAbsent(variable, whole);
  }

  /** Demands that {@code value} be from 0. */
  void demand(Affine value) {
    constraints.add(value);
  }

  /**
   * The point with the least first objective, and of these the one with the least second, and so
   * on.
   *
   * @return empty when no point meets the constraints
   * @throws Simplex.Unbounded if an objective falls without end
   * @throws TooFine if it takes very many steps
   */
  Optional<Optimum> minimise(List<Affine> objectives) {
    return unlessEmpty(() -> inOrder(objectives));
  }

  private Optional<Optimum> inOrder(List<Affine> objectives) {
    List<Affine> fixed = new ArrayList<>(constraints);
    List<Rational> values = new ArrayList<>();
    Map<Attribute, Rational> point = Map.of();
    for (Affine objective : objectives) {
      Optional<Map<Attribute, Rational>> found = minimise(objective, fixed);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      point = found.get();
      Rational value = at(objective, point);
      values.add(value);
      fixed.add(Affine.constant(value).plus(objective.times(Rational.of(-1))));
    }
    return Optional.of(new Optimum(values, point));
  }

  /** A bound of the first objective, which no whole numbers fall below. */
  Optional<Optimum> bounded(List<Affine> objectives) {
    return unlessEmpty(
        () ->
            corner(objectives.get(0), constraints)
                .map(point -> new Optimum(List.of(at(objectives.get(0), point)), point)));
  }

  /** What falls without end in fractions does so in whole numbers, if there are any. */
  private <T> Optional<T> unlessEmpty(Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (Simplex.Unbounded unbounded) {
      if (minimise(Affine.constant(Rational.ZERO), constraints).isEmpty()) {
        return Optional.empty();
      }
      throw unbounded;
    }
  }

  private static Rational at(Affine affine, Map<Attribute, Rational> point) {
    Rational value = affine.constant();
    for (Map.Entry<Attribute, Rational> term : affine.factors().entrySet()) {
      value = value.plus(term.getValue().times(point.get(term.getKey())));
    }
    return value;
  }

  private Optional<Map<Attribute, Rational>> minimise(Affine objective, List<Affine> demanded) {
    Optional<Map<Attribute, Rational>> best = Optional.empty();
    List<List<Affine>> open = new ArrayList<>(List.of(demanded));
    while (!open.isEmpty()) {
      List<Affine> branch = open.remove(open.size() - 1);
      Optional<Map<Attribute, Rational>> corner = corner(objective, branch);
      boolean better =
          corner.isPresent()
              && (best.isEmpty()
                  || at(objective, corner.get()).compareTo(at(objective, best.get())) < 0);
      if (!better) {
        continue;
      }
      Optional<Attribute> broken = broken(corner.get());
      if (broken.isEmpty()) {
        best = corner;
      } else {
        Rational value = corner.get().get(broken.get());
        Rational floor = new Rational(value.floor(), BigInteger.ONE);
        Affine variable = Affine.of(broken.get(), Rational.of(1));
        // The lower side is taken from the end first.
        open.add(
            with(branch, variable.plus(Affine.constant(floor.plus(Rational.of(1)).negated()))));
        open.add(with(branch, Affine.constant(floor).plus(variable.times(Rational.of(-1)))));
      }
    }
    return best;
  }

  private static List<Affine> with(List<Affine> branch, Affine side) {
    List<Affine> longer = new ArrayList<>(branch);
    longer.add(side);
    return longer;
  }

  private Optional<Attribute> broken(Map<Attribute, Rational> point) {
    return wholes.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .filter(variable -> !point.get(variable).denominator().equals(BigInteger.ONE))
        .findFirst();
  }

  private Optional<Map<Attribute, Rational>> corner(Affine objective, List<Affine> demanded) {
    budget.spend();
    List<Attribute> columns = List.copyOf(wholes.keySet());
    Rational[][] left = new Rational[demanded.size()][];
    Rational[] right = new Rational[demanded.size()];
    for (int row = 0; row < left.length; row++) {
      Affine tight = tightened(demanded.get(row));
      left[row] = row(tight.times(Rational.of(-1)), columns);
      right[row] = tight.constant();
    }
    return new Simplex(left, right, columns.size())
        .minimise(row(objective, columns))
        .map(
            found -> {
              Map<Attribute, Rational> point = new LinkedHashMap<>();
              for (int column = 0; column < found.length; column++) {
                point.put(columns.get(column), found[column]);
              }
              return point;
            });
  }

  private static Rational[] row(Affine affine, List<Attribute> columns) {
    Rational[] row = new Rational[columns.size()];
    Arrays.setAll(row, column -> affine.factors().getOrDefault(columns.get(column), Rational.ZERO));
    return row;
  }

  /** Of {@code 2a − 2b >= 1}, where both are whole, {@code a − b >= 1} is all that can be met. */
  private Affine tightened(Affine demand) {
    if (demand.isConstant() || !demand.factors().keySet().stream().allMatch(wholes::get)) {
      return demand;
    }
    BigInteger common =
        demand.factors().values().stream()
            .map(Rational::denominator)
            .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
    Affine whole = demand.times(new Rational(common, BigInteger.ONE));
    BigInteger divisor =
        whole.factors().values().stream()
            .map(Rational::numerator)
            .reduce(BigInteger.ZERO, BigInteger::gcd);
    Affine plain = whole.times(new Rational(BigInteger.ONE, divisor));
    return new Affine(new Rational(plain.constant().floor(), BigInteger.ONE), plain.factors());
  }
}
