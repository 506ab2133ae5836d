package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds how values change for all accounts or calls that there are before and after. What was
 * compared once is remembered: most cases share their formulas. For use by one thread.
 */
final class Shifts {

  /** One question: two formulas, and the numbers they are compared for. */
  private record Question(Formula before, Formula after, Map<Attribute, Range> ranges) {}

  /** Its answer. */
  private record Answer(
      Optional<Shift.Extent> fall,
      Optional<Shift.Extent> rise,
      List<Segment> segments,
      List<BreakEven> breakEvens) {}

  private final Map<Question, Answer> answers = new HashMap<>();

  /**
   * All changes; the plainest accounts or calls first.
   *
   * @throws TooFine if it takes more than a fixed amount of work
   */
  List<Shift> of(List<Cases.Case<Formula>> before, List<Cases.Case<Formula>> after) {
    List<Shift> shifts = new ArrayList<>();
    for (Cases.Case<Formula> old : before) {
      for (Cases.Case<Formula> now : after) {
        Box common = old.box().intersect(now.box());
        if (!old.value().equals(now.value()) && !common.isEmpty()) {
          shifts.addAll(between(common, old.value(), now.value()));
        }
      }
    }
    shifts.sort(Comparator.comparingInt(shift -> shift.box().sides().size()));
    return shifts;
  }

  private List<Shift> between(Box box, Formula before, Formula after) {
    Set<Attribute> numbers = Variables.of(before, after);
    List<Shift> shifts = new ArrayList<>();
    for (Map<Attribute, Range> ranges : Ranges.of(box, numbers)) {
      Answer answer = answers.computeIfAbsent(new Question(before, after, ranges), Shifts::answer);
      if (answer.fall().isPresent() || answer.rise().isPresent()) {
        shifts.add(
            new Shift(
                narrowed(box, ranges),
                before,
                after,
                answer.fall(),
                answer.rise(),
                answer.segments().isEmpty() ? Optional.empty() : numbers.stream().findFirst(),
                answer.segments(),
                answer.breakEvens()));
      }
    }
    return shifts;
  }

  private static Box narrowed(Box box, Map<Attribute, Range> ranges) {
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>();
    ranges.forEach(
        (number, range) -> sides.put(number, ValueSet.between(range.least(), range.most())));
    return box.intersect(new Box(sides));
  }

  private static Optional<Shift.Extent> extent(
      Comparison comparison, Formula lesser, Formula greater) {
    return comparison
        .firstBelow(lesser, greater)
        .map(
            first -> {
              if (greater.isUnlimited()) {
                return new Shift.Extent(first, Optional.empty(), first, true, true);
              }
              Comparison.Most most = comparison.mostAbove(greater, lesser);
              if (most instanceof Comparison.Most.By by) {
                return new Shift.Extent(first, Optional.of(by.by()), by.at(), true, true);
              } else if (most instanceof Comparison.Most.NoMoreThan bound) {
                return new Shift.Extent(first, Optional.of(bound.by()), first, false, true);
              }
              return new Shift.Extent(first, Optional.empty(), first, true, true);
            });
  }

  private static Answer answer(Question question) {
    Comparison comparison = new Comparison(question.ranges());
    Optional<Shift.Extent> fall = extent(comparison, question.after(), question.before());
    Optional<Shift.Extent> rise = extent(comparison, question.before(), question.after());
    Optional<Attribute> main = main(question);
    List<Segment> segments = main.map(number -> segments(question, number)).orElse(List.of());
    List<BreakEven> breakEvens =
        main.map(number -> BreakEven.of(segments, question.ranges().get(number))).orElse(List.of());
    return new Answer(fall, rise, segments, breakEvens);
  }

  /** The number that segments are about; none where nothing is to be said of one. */
  private static Optional<Attribute> main(Question question) {
    boolean limited = !question.before().isUnlimited() && !question.after().isUnlimited();
    return limited ? question.ranges().keySet().stream().findFirst() : Optional.empty();
  }

  private static List<Segment> segments(Question question, Attribute main) {
    Map<Attribute, Long> others = new LinkedHashMap<>();
    question.ranges().forEach((each, range) -> others.put(each, range.least()));
    FormulaCurve curve = new FormulaCurve(main, others);
    return Segment.of(
        question.before().accept(curve),
        question.after().accept(curve),
        question.ranges().get(main));
  }
}
