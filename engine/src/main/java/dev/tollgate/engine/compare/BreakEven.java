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
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      begun(i == 0 ? Optional.empty() : Optional.of(segments.get(i - 1)), segment)
          .ifPresent(found::add);
      long behind = segment.isOpen() ? Curve.NO_END : segment.to() + 1;
      boolean goesOn = i + 1 < segments.size() && turns(segment, segments.get(i + 1));
      if (!segment.isOpen() && !goesOn) {
        root(segment, segment.to(), behind).ifPresent(at -> found.add(new BreakEven(at, behind)));
      }
    }
    found.removeIf(
        each -> each.at.compareTo(Rational.of(range.least())) <= 0 || !range.contains(each.next));
    return found;
  }

  private static Optional<BreakEven> begun(Optional<Segment> before, Segment segment) {
    Optional<Rational> root = root(segment, segment.from() - 1, segment.from());
    Optional<Segment> turned = before.filter(last -> turns(last, segment));
    if (turned.isPresent()) {
      Rational jump = Rational.of(segment.from());
      Optional<Rational> ended = root(turned.get(), turned.get().to(), turned.get().to() + 1);
      return Optional.of(new BreakEven(root.or(() -> ended).orElse(jump), segment.from()));
    }
    return before.filter(last -> last.to() == segment.from() - 1).isPresent()
        ? Optional.empty()
        : root.map(at -> new BreakEven(at, segment.from()));
  }

  /** Whether who loses up to here gains from there on, or the other way round. */
  private static boolean turns(Segment segment, Segment next) {
    return segment.to() >= next.from() - 2 && segment.sign() * next.sign() == -1;
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
