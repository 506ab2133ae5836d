package dev.tollgate.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a value before and a value after are equal, and on the two sides of it one is not what it
 * is on the other: who loses below, gains above, or is as before.
 *
 * <p>Worked example: 500 for each user before and 400 after, both under a cap of 500,000, are equal
 * again where 490,000 − 400 × users is nothing: at 1,225.
 *
 * @param at exactly where, also where no whole number is; where the one jumps over the other, the
 *     first whole number behind the jump
 * @param next the first whole number, not below {@code at}, from which it is as it is above
 */
public record BreakEven(Rational at, long next) {

  /**
   * Those at the ends of segments; none at the first number of the range.
   *
   * @param segments ascending
   */
  static List<BreakEven> of(List<Segment> segments, Range range) {
    List<BreakEven> found = new ArrayList<>();
    Optional<Segment> last = Optional.empty();
    for (Segment segment : segments) {
      Optional<Segment> close = last.filter(before -> before.to() >= segment.from() - 2);
      if (close.isEmpty()) {
        last.flatMap(BreakEven::end).ifPresent(found::add);
        begin(segment).ifPresent(found::add);
      } else if (close.get().sign() * segment.sign() == -1) {
        found.add(between(close.get(), segment));
      }
      last = Optional.of(segment);
    }
    last.flatMap(BreakEven::end).ifPresent(found::add);
    found.removeIf(
        each -> each.at.compareTo(Rational.of(range.least())) <= 0 || !range.contains(each.next));
    return found;
  }

  /** Where a line comes to nothing at a number that has a difference, it is not the line there. */
  private static BreakEven between(Segment before, Segment behind) {
    return begin(behind)
        .filter(begin -> begin.at.compareTo(Rational.of(before.to())) > 0)
        .or(() -> end(before).filter(end -> end.at.compareTo(Rational.of(behind.from())) < 0))
        .map(even -> new BreakEven(even.at, behind.from()))
        .orElse(new BreakEven(Rational.of(behind.from()), behind.from()));
  }

  private static Optional<BreakEven> begin(Segment segment) {
    return root(segment, segment.from() - 1, segment.from())
        .map(at -> new BreakEven(at, segment.from()));
  }

  private static Optional<BreakEven> end(Segment segment) {
    return segment.isOpen()
        ? Optional.empty()
        : root(segment, segment.to(), segment.to() + 1)
            .map(at -> new BreakEven(at, segment.to() + 1));
  }

  /** Where the line of a segment comes to nothing, if that is between these two. */
  private static Optional<Rational> root(Segment segment, long from, long to) {
    return segment
        .straight()
        .flatMap(Segment.Straight::root)
        .filter(root -> root.compareTo(Rational.of(from)) >= 0)
        .filter(root -> root.compareTo(Rational.of(to)) <= 0);
  }
}
