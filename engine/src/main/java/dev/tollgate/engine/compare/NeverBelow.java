package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * That one value is never below another, for all accounts and calls: proved, or refuted with the
 * smallest numbers for which it is not so.
 *
 * @param numbers those that vary, in the order in which the smallest are looked for
 */
public record NeverBelow(List<Attribute> numbers) {

  /**
   * A side of the comparison for some accounts and calls.
   *
   * @param lines where it is written
   */
  public record Side(Formula value, Set<Place> lines) {}

  /**
   * Whom it is not so for.
   *
   * @param box accounts and calls that are told apart from others
   * @param numbers a number for each that varies
   * @param lesser what the value that should not be below comes to
   * @param greater what it is below; empty for no limit
   * @param lines where both are written
   */
  public record Refutation(
      Box box,
      Map<Attribute, Long> numbers,
      Rational lesser,
      Optional<Rational> greater,
      Set<Place> lines) {

    private Refutation withoutStep(Rational step) {
      return new Refutation(box, numbers, lesser, greater.map(value -> value.minus(step)), lines);
    }
  }

  public NeverBelow {
    numbers = List.copyOf(numbers);
  }

  /**
   * The smallest case in which the one is below the other.
   *
   * @throws TooFine if it takes more than a fixed amount of work
   */
  public Optional<Refutation> firstBelow(
      Collection<Cases.Case<Side>> lesser, Collection<Cases.Case<Side>> greater) {
    return first(lesser, greater, this::firstBelow);
  }

  /**
   * The smallest case in which the one is not above the other.
   *
   * @throws TooFine if it takes more than a fixed amount of work, or both are without limit
   */
  public Optional<Refutation> firstNotAbove(
      Collection<Cases.Case<Side>> greater, Collection<Cases.Case<Side>> lesser) {
    return first(greater, lesser, this::firstNotAbove);
  }

  /** How two sides are compared for some accounts and calls. */
  private interface Question {
    Optional<Refutation> ask(Box box, Side one, Side other);
  }

  private Optional<Refutation> first(
      Collection<Cases.Case<Side>> ones, Collection<Cases.Case<Side>> others, Question question) {
    List<Refutation> found = new ArrayList<>();
    for (Cases.Case<Side> one : ones) {
      for (Cases.Case<Side> other : others) {
        Box common = one.box().intersect(other.box());
        if (!common.isEmpty()) {
          question.ask(common, one.value(), other.value()).ifPresent(found::add);
        }
      }
    }
    return found.stream().min(this::compare);
  }

  private Optional<Refutation> firstNotAbove(Box box, Side greater, Side lesser) {
    if (greater.value().isUnlimited() && lesser.value().isUnlimited()) {
      throw new TooFine("both are without limit, and none is above the other");
    }
    Rational step = Comparison.step(greater.value(), lesser.value());
    Side raised = new Side(lesser.value().plus(Formula.constant(step)), lesser.lines());
    return firstBelow(box, greater, raised).map(each -> each.withoutStep(step));
  }

  private Optional<Refutation> firstBelow(Box box, Side lesser, Side greater) {
    Set<Attribute> varying = new LinkedHashSet<>(numbers);
    varying.addAll(Variables.of(lesser.value(), greater.value()));
    return Ranges.of(box, varying).stream()
        .flatMap(
            ranges ->
                new Comparison(ranges)
                        .firstBelow(lesser.value(), greater.value())
                        .map(point -> refutation(box, ranges, point, lesser, greater))
                        .stream())
        .min(this::compare);
  }

  private static Refutation refutation(
      Box box,
      Map<Attribute, Range> ranges,
      Map<Attribute, Long> point,
      Side lesser,
      Side greater) {
    Map<Attribute, Long> numbers = new LinkedHashMap<>();
    ranges.forEach((number, range) -> numbers.put(number, range.least()));
    numbers.putAll(point);
    Set<Place> lines = new LinkedHashSet<>(lesser.lines());
    lines.addAll(greater.lines());
    return new Refutation(
        box,
        numbers,
        FormulaValue.of(lesser.value(), point).orElseThrow(),
        FormulaValue.of(greater.value(), point),
        lines);
  }

  private int compare(Refutation one, Refutation other) {
    return numbers.stream()
        .map(number -> Long.compare(one.numbers().get(number), other.numbers().get(number)))
        .filter(compared -> compared != 0)
        .findFirst()
        .orElse(0);
  }
}
