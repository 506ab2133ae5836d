package dev.tollgate.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of one number in which a difference has one sign.
 *
 * @param from first number
 * @param to last number; {@link Curve#NO_END} when there is no last
 * @param atFrom the values at the first number
 * @param atTo the values at the last number; empty when there is none
 * @param straight the difference as a straight line; empty where it is rounded in between
 */
public record Segment(
    long from, long to, Values atFrom, Optional<Values> atTo, Optional<Straight> straight) {

  /** What a number comes to before and after. */
  public record Values(Rational before, Rational after) {

    public Rational difference() {
      return after.minus(before);
    }
  }

  /**
   * {@code start + rise × number}.
   *
   * @param start where the line would be for 0, also where the segment does not reach so far
   */
  public record Straight(Rational start, Rational rise) {

    private boolean meets(Segment next) {
      return start.plus(rise.times(Rational.of(next.from))).equals(next.atFrom.difference());
    }
  }

  /** The difference of two functions in a range, without the stretches in which there is none. */
  static List<Segment> of(Curve before, Curve after, Range range) {
    Curve difference = after.minus(before);
    Curve nothing = Curve.constant(Rational.ZERO);
    List<Segment> segments = new ArrayList<>();
    for (Piece piece : difference.lesserOf(nothing).cutAsWellBy(difference.greaterOf(nothing))) {
      long from = Math.max(piece.from(), range.least());
      long to = Math.min(piece.to(), range.most());
      if (from <= to) {
        segment(before, after, piece.within(from, to))
            .ifPresent(next -> add(next, segments, before, after));
      }
    }
    return segments;
  }

  /** A number that lies on two lines belongs to the first. */
  private static void add(Segment next, List<Segment> segments, Curve before, Curve after) {
    int last = segments.size() - 1;
    boolean shared =
        last >= 0
            && segments.get(last).to == next.from - 1
            && segments.get(last).straight.filter(line -> line.meets(next)).isPresent();
    if (!shared) {
      segments.add(next);
      return;
    }
    Segment first = segments.get(last);
    Optional<Values> there = Optional.of(next.atFrom);
    segments.set(last, new Segment(first.from, next.from, first.atFrom, there, first.straight));
    if (next.from < next.to) {
      Values then = values(before, after, next.from + 1);
      segments.add(new Segment(next.from + 1, next.to, then, next.atTo, next.straight));
    }
  }

  private static Optional<Segment> segment(Curve before, Curve after, Piece sign) {
    if (sign.lines().stream().allMatch(Segment::isNothing)) {
      return Optional.empty();
    }
    long from = sign.at(sign.from()).signum() == 0 ? firstOther(sign) : sign.from();
    boolean open = sign.to() == Curve.NO_END;
    Optional<Straight> straight =
        sign.lines().size() == 1
            ? Optional.of(straight(sign.lines().get(0), sign.from()))
            : Optional.empty();
    return Optional.of(
        new Segment(
            from,
            sign.to(),
            values(before, after, from),
            open ? Optional.empty() : Optional.of(values(before, after, sign.to())),
            straight));
  }

  private static boolean isNothing(Line line) {
    return line.start().signum() == 0 && line.rise().signum() == 0;
  }

  private static long firstOther(Piece sign) {
    long from = sign.from();
    while (sign.at(from).signum() == 0) {
      from++;
    }
    return from;
  }

  private static Straight straight(Line line, long from) {
    return new Straight(line.start().minus(line.rise().times(Rational.of(from))), line.rise());
  }

  private static Values values(Curve before, Curve after, long at) {
    return new Values(before.at(at).orElseThrow(), after.at(at).orElseThrow());
  }
}
