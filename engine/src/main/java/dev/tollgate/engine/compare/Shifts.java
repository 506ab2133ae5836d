package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds how values change for all accounts or calls that there are before and after. What was
 * compared once is remembered: most cases share their formulas. For use by one thread.
 */
final class Shifts {

  private static final List<Long> TRIED = List.of(0L, 1L, 2L, 5L, 10L, 100L, 1_000L);
  private static final int MOST_TRIED = 2_000;
  private static final List<Attribute> NO_NUMBERS = List.of();

  /** One question: two formulas, and the numbers they are compared for. */
  private record Question(Formula before, Formula after, Map<Attribute, Range> ranges) {

    /** Somebody among the few that are tried. */
    Optional<Map<Attribute, Long>> someBelow(Formula lesser, Formula greater) {
      List<Map<Attribute, Long>> tried = new ArrayList<>(List.of(Map.of()));
      for (Map.Entry<Attribute, Range> each : ranges.entrySet()) {
        List<Map<Attribute, Long>> longer = new ArrayList<>();
        for (long ahead : TRIED) {
          Range range = each.getValue();
          if (tried.size() < MOST_TRIED && range.most() - range.least() >= ahead) {
            for (Map<Attribute, Long> point : tried) {
              Map<Attribute, Long> next = new LinkedHashMap<>(point);
              next.put(each.getKey(), range.least() + ahead);
              longer.add(next);
            }
          }
        }
        tried = longer;
      }
      return tried.stream().filter(point -> isBelow(lesser, greater, point)).findFirst();
    }

    private static boolean isBelow(Formula lesser, Formula greater, Map<Attribute, Long> at) {
      Optional<Rational> less = FormulaValue.of(lesser, at);
      Optional<Rational> more = FormulaValue.of(greater, at);
      return less.isPresent() && more.map(value -> less.get().compareTo(value) < 0).orElse(true);
    }
  }

  /** Its answer. */
  private record Answer(
      Optional<Shift.Extent> fall,
      Optional<Shift.Extent> rise,
      Optional<Attribute> number,
      List<Segment> segments,
      List<BreakEven> breakEvens) {

    static final Answer NONE =
        new Answer(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  private final Map<Question, Answer> answers = new HashMap<>();

  /**
   * All changes; the plainest accounts or calls first.
   *
   * @throws TooFine if it takes more than a fixed amount of work
   */
  List<Shift> of(List<Cases.Case<Formula>> before, List<Cases.Case<Formula>> after, Box among) {
    List<Shift> shifts = new ArrayList<>();
    for (Cases.Case<Formula> old : before) {
      for (Cases.Case<Formula> now : after) {
        Box common = old.box().intersect(now.box()).intersect(among);
        if (!old.value().equals(now.value()) && !common.isEmpty()) {
          shifts.addAll(between(common, old.value(), now.value()));
        }
      }
    }
    shifts.sort(Comparator.comparingInt(shift -> shift.box().sides().size()));
    return shifts;
  }

  private List<Shift> between(Box box, Formula before, Formula after) {
    List<Shift> shifts = new ArrayList<>();
    for (Map<Attribute, Range> ranges : Ranges.of(box, addOnsFirst(Variables.of(before, after)))) {
      Formula old = before.accept(new Substitution(fixed(ranges)));
      Formula now = after.accept(new Substitution(fixed(ranges)));
      Map<Attribute, Range> varying = new LinkedHashMap<>(ranges);
      varying.keySet().retainAll(Variables.of(old, now));
      Answer answer =
          old.equals(now)
              ? Answer.NONE
              : answers.computeIfAbsent(new Question(old, now, varying), Shifts::answer);
      if (answer.fall().isPresent() || answer.rise().isPresent()) {
        shifts.add(
            new Shift(
                narrowed(box, ranges),
                old,
                now,
                answer.fall(),
                answer.rise(),
                answer.number(),
                answer.segments(),
                answer.breakEvens()));
      }
    }
    return shifts;
  }

  /**
   * The order in which the smallest numbers are looked for: whoever holds no add-on is the plainest
   * example.
   */
  private static List<Attribute> addOnsFirst(Collection<Attribute> numbers) {
    return numbers.stream().sorted(Comparator.comparing(each -> !isAddOn(each))).toList();
  }

  private static boolean isAddOn(Attribute number) {
    return number.kind() == Attribute.Kind.ADD_ON;
  }

  /** Numbers of which there is one alone. */
  private static Map<Attribute, Long> fixed(Map<Attribute, Range> ranges) {
    Map<Attribute, Long> fixed = new LinkedHashMap<>();
    ranges.forEach(
        (number, range) -> {
          if (range.least() == range.most()) {
            fixed.put(number, range.least());
          }
        });
    return fixed;
  }

  private static Box narrowed(Box box, Map<Attribute, Range> ranges) {
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>();
    ranges.forEach(
        (number, range) -> sides.put(number, ValueSet.between(range.least(), range.most())));
    return box.intersect(new Box(sides));
  }

  private static Optional<Shift.Extent> extent(Question question, Formula lesser, Formula greater) {
    Comparison comparison = Comparison.quick(question.ranges());
    try {
      return comparison
          .firstBelow(lesser, greater)
          .map(first -> extent(comparison, lesser, greater, first));
    } catch (Inexact | TooFine undecided) {
      Map<Attribute, Long> some = question.someBelow(lesser, greater).orElse(Map.of());
      Optional<Rational> bound = bound(comparison, greater, lesser);
      return Optional.of(new Shift.Extent(some, bound, some, false, !some.isEmpty()));
    }
  }

  private static Shift.Extent extent(
      Comparison comparison, Formula lesser, Formula greater, Map<Attribute, Long> first) {
    if (greater.isUnlimited()) {
      return new Shift.Extent(first, Optional.empty(), first, true, true);
    }
    try {
      Comparison.Most most = comparison.mostAbove(greater, lesser);
      if (most instanceof Comparison.Most.By by) {
        return new Shift.Extent(first, Optional.of(by.by()), by.at(), true, true);
      } else if (most instanceof Comparison.Most.NoMoreThan bound) {
        return new Shift.Extent(first, Optional.of(bound.by()), first, false, true);
      }
    } catch (TooFine undecided) {
      return new Shift.Extent(first, Optional.empty(), first, false, true);
    }
    boolean exact = Variables.product(lesser, greater).isEmpty();
    return new Shift.Extent(first, Optional.empty(), first, exact, true);
  }

  /** By no more than this; empty where not even that is known. */
  private static Optional<Rational> bound(Comparison comparison, Formula greater, Formula lesser) {
    try {
      Comparison.Most most = comparison.mostAbove(greater, lesser);
      if (most instanceof Comparison.Most.By by) {
        return Optional.of(by.by());
      }
      return most instanceof Comparison.Most.NoMoreThan bound
          ? Optional.of(bound.by())
          : Optional.empty();
    } catch (TooFine undecided) {
      return Optional.empty();
    }
  }

  private static Answer answer(Question question) {
    Optional<Shift.Extent> fall = extent(question, question.after(), question.before());
    Optional<Shift.Extent> rise = extent(question, question.before(), question.after());
    for (Attribute number : isAboutOneNumber(question) ? candidates(question) : NO_NUMBERS) {
      try {
        List<Segment> segments = segments(question, number);
        if (!segments.isEmpty()) {
          Range range = question.ranges().get(number);
          List<BreakEven> breakEvens = BreakEven.of(segments, range);
          return new Answer(fall, rise, Optional.of(number), segments, breakEvens);
        }
      } catch (TooFine tooFine) {
        // How far it goes is said all the same.
      }
    }
    return new Answer(fall, rise, Optional.empty(), List.of(), List.of());
  }

  private static boolean isAboutOneNumber(Question question) {
    boolean limited = !question.before().isUnlimited() && !question.after().isUnlimited();
    return limited
        && !question.ranges().isEmpty()
        && Variables.product(question.before(), question.after()).isEmpty();
  }

  /** The numbers that segments may be about, the plainest first. */
  private static List<Attribute> candidates(Question question) {
    return question.ranges().keySet().stream()
        .sorted(Comparator.comparing(Shifts::isAddOn))
        .toList();
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
