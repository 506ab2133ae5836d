package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Answers questions about two formulas for all whole numbers of some ranges at once, exactly.
 *
 * <p>A formula of one number is taken apart into straight pieces; see {@link Curve}. Of several
 * numbers it becomes linear constraints; see {@link Encoding}. What takes more than a fixed amount
 * of work ends in {@link TooFine}, never in a guess. Immutable.
 *
 * @param ranges what each number can be, in the order in which the smallest numbers are looked for;
 *     a number without a range is any from 0, and comes last
 * @param steps how much work a question may take: corners that are looked at
 */
public record Comparison(Map<Attribute, Range> ranges, int steps) {

  private static final int STEPS = 1_000;
  private static final int QUICK_STEPS = 150;
  private static final int STEPS_FOR_MOST = 150;

  public Comparison {
    ranges = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
  }

  /** For questions that must be answered. */
  public Comparison(Map<Attribute, Range> ranges) {
    this(ranges, STEPS);
  }

  /** For one of very many questions, of which some may be left open. */
  static Comparison quick(Map<Attribute, Range> ranges) {
    return new Comparison(ranges, QUICK_STEPS);
  }

  /** How far one formula rises above another. */
  public sealed interface Most {

    /**
     * By so much, and the smallest numbers for which it does.
     *
     * @param by below 0 where it is always less
     */
    record By(Rational by, Map<Attribute, Long> at) implements Most {}

    /** By no more than this; whether by so much takes more than a fixed amount of work to say. */
    record NoMoreThan(Rational by) implements Most {}

    /** Without end: there is no most. */
    record WithoutEnd() implements Most {}
  }

  /**
   * The smallest numbers for which a formula is below another.
   *
   * @return a number for each that either formula hangs on; empty when it never is
   * @throws TooFine if it takes more than a fixed amount of work
   * @throws Inexact if it hangs on a product, and may be below for all that is known of that
   */
  public Optional<Map<Attribute, Long>> firstBelow(Formula lesser, Formula greater) {
    Map<Attribute, Range> numbers = numbers(lesser, greater);
    if (lesser.isUnlimited() || lesser.equals(greater)) {
      return Optional.empty();
    }
    if (greater.isUnlimited()) {
      return Optional.of(least(numbers));
    }
    if (numbers.isEmpty()) {
      return isBelow(lesser, greater, Map.of()) ? Optional.of(Map.of()) : Optional.empty();
    }
    if (isBelow(lesser, greater, least(numbers))) {
      return Optional.of(least(numbers));
    }
    if (Ahead.of(greater, lesser).filter(by -> by.signum() <= 0).isPresent()) {
      return Optional.empty();
    }
    Optional<Place> product = Variables.product(lesser, greater);
    if (product.isPresent() && first(lesser, greater, numbers).isPresent()) {
      throw new Inexact("a product of two numbers that both vary", product.get());
    } else if (product.isPresent()) {
      return Optional.empty();
    }
    if (numbers.size() == 1) {
      return firstOfOne(lesser, greater, numbers);
    }
    return neverCrosses(lesser, greater) ? Optional.empty() : first(lesser, greater, numbers);
  }

  /** The numbers that formulas hang on with their ranges, in order. */
  private Map<Attribute, Range> numbers(Formula... formulas) {
    var hangsOn = Variables.of(formulas);
    Map<Attribute, Range> numbers = new LinkedHashMap<>(ranges);
    numbers.keySet().retainAll(hangsOn);
    hangsOn.forEach(variable -> numbers.putIfAbsent(variable, Range.ALL));
    return numbers;
  }

  private static Map<Attribute, Long> least(Map<Attribute, Range> numbers) {
    Map<Attribute, Long> least = new LinkedHashMap<>();
    numbers.forEach((variable, range) -> least.put(variable, range.least()));
    return least;
  }

  private static boolean isBelow(Formula lesser, Formula greater, Map<Attribute, Long> at) {
    Rational less = FormulaValue.of(lesser, at).orElseThrow();
    return less.compareTo(FormulaValue.of(greater, at).orElseThrow()) < 0;
  }

  private static Optional<Map<Attribute, Long>> firstOfOne(
      Formula lesser, Formula greater, Map<Attribute, Range> numbers) {
    Attribute variable = numbers.keySet().iterator().next();
    Range range = numbers.get(variable);
    FormulaCurve curve = new FormulaCurve(variable, Map.of());
    return lesser
        .accept(curve)
        .shifted(range.least())
        .firstBelow(greater.accept(curve).shifted(range.least()))
        .map(ahead -> ahead + range.least())
        .filter(range::contains)
        .map(number -> Map.of(variable, number));
  }

  /** Two straight formulas, of which one begins no lower and rises no slower. */
  private static boolean neverCrosses(Formula lesser, Formula greater) {
    return lesser instanceof Formula.Linear less
        && greater instanceof Formula.Linear more
        && less.value().plus(more.value().times(Rational.of(-1))).factors().values().stream()
            .allMatch(factor -> factor.signum() > 0);
  }

  /** Two values that differ, differ by this at least. */
  static Rational step(Formula one, Formula other) {
    BigInteger parts = Denominator.of(one).multiply(Denominator.of(other));
    return new Rational(BigInteger.ONE, parts);
  }

  private Optional<Map<Attribute, Long>> first(
      Formula lesser, Formula greater, Map<Attribute, Range> numbers) {
    Rational step = step(lesser, greater);
    List<Affine> order = new ArrayList<>();
    numbers.keySet().forEach(variable -> order.add(Affine.of(variable, Rational.of(1))));
    return best(
            numbers,
            encoding -> {
              Affine below = encoding.notBelow(lesser);
              Affine above = encoding.notAbove(greater);
              encoding
                  .program()
                  .demand(
                      above
                          .plus(below.times(Rational.of(-1)))
                          .plus(Affine.constant(step.negated())));
              return order;
            },
            IntegerProgram::minimise,
            steps)
        .map(optimum -> point(optimum, numbers));
  }

  private static Map<Attribute, Long> point(
      IntegerProgram.Optimum optimum, Map<Attribute, Range> numbers) {
    Map<Attribute, Long> point = new LinkedHashMap<>();
    numbers
        .keySet()
        .forEach(
            variable ->
                point.put(variable, optimum.point().get(variable).numerator().longValueExact()));
    return point;
  }

  private static Optional<IntegerProgram.Optimum> best(
      Map<Attribute, Range> numbers,
      Function<Encoding, List<Affine>> question,
      BiFunction<IntegerProgram, List<Affine>, Optional<IntegerProgram.Optimum>> way,
      int steps) {
    Encoding.Choices choices = new Encoding.Choices(new Budget(steps));
    Optional<IntegerProgram.Optimum> best = Optional.empty();
    do {
      Encoding encoding = new Encoding(numbers, choices);
      List<Affine> objectives = question.apply(encoding);
      Optional<IntegerProgram.Optimum> found = way.apply(encoding.program(), objectives);
      if (found.isPresent() && (best.isEmpty() || isBefore(found.get(), best.get()))) {
        best = found;
      }
    } while (choices.turn());
    return best;
  }

  private static boolean isBefore(IntegerProgram.Optimum one, IntegerProgram.Optimum other) {
    for (int i = 0; i < one.values().size(); i++) {
      int compared = one.values().get(i).compareTo(other.values().get(i));
      if (compared != 0) {
        return compared < 0;
      }
    }
    return false;
  }

  /**
   * How far a formula rises above another at most.
   *
   * @param greater has a limit
   * @param lesser has a limit
   * @throws TooFine if it takes more than a fixed amount of work
   */
  public Most mostAbove(Formula greater, Formula lesser) {
    Map<Attribute, Range> numbers = numbers(greater, lesser);
    if (numbers.isEmpty()) {
      return new Most.By(difference(greater, lesser, Map.of()), Map.of());
    }
    Rational atLeast = difference(greater, lesser, least(numbers));
    if (Ahead.of(greater, lesser).filter(atLeast::equals).isPresent()) {
      return new Most.By(atLeast, least(numbers));
    }
    boolean bounded = Variables.product(greater, lesser).isPresent();
    if (numbers.size() == 1 && !bounded) {
      return mostOfOne(greater, lesser, numbers);
    }
    Function<Encoding, List<Affine>> question =
        encoding -> {
          List<Affine> order = new ArrayList<>();
          Affine below = encoding.notBelow(lesser);
          order.add(below.plus(encoding.notAbove(greater).times(Rational.of(-1))));
          numbers.keySet().forEach(variable -> order.add(Affine.of(variable, Rational.of(1))));
          return order;
        };
    try {
      return bounded ? bound(numbers, question) : mostOfSeveral(greater, lesser, numbers, question);
    } catch (Simplex.Unbounded withoutEnd) {
      return new Most.WithoutEnd();
    }
  }

  private Most mostOfSeveral(
      Formula greater,
      Formula lesser,
      Map<Attribute, Range> numbers,
      Function<Encoding, List<Affine>> question) {
    try {
      Map<Attribute, Long> at =
          best(numbers, question, IntegerProgram::minimise, Math.min(steps, STEPS_FOR_MOST))
              .map(optimum -> point(optimum, numbers))
              .orElseThrow();
      return new Most.By(difference(greater, lesser, at), at);
    } catch (TooFine tooFine) {
      return bound(numbers, question);
    }
  }

  private Most bound(Map<Attribute, Range> numbers, Function<Encoding, List<Affine>> question) {
    return best(numbers, question, IntegerProgram::bounded, steps)
        .map(optimum -> new Most.NoMoreThan(optimum.values().get(0).negated()))
        .orElseThrow();
  }

  private static Most mostOfOne(Formula greater, Formula lesser, Map<Attribute, Range> numbers) {
    Attribute variable = numbers.keySet().iterator().next();
    FormulaCurve curve = new FormulaCurve(variable, Map.of());
    Curve difference = greater.accept(curve).minus(lesser.accept(curve));
    return difference
        .most(numbers.get(variable))
        .<Most>map(at -> new Most.By(difference.at(at).orElseThrow(), Map.of(variable, at)))
        .orElseGet(Most.WithoutEnd::new);
  }

  private static Rational difference(Formula greater, Formula lesser, Map<Attribute, Long> at) {
    return FormulaValue.of(greater, at)
        .orElseThrow()
        .minus(FormulaValue.of(lesser, at).orElseThrow());
  }
}
