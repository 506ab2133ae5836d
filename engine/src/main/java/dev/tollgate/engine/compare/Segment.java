package dev.tollgate.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of one number in which a difference is not nothing. Along a straight line it has one
 * sign and is nowhere nothing; what is rounded may be nothing in between, and have both signs.
 *
 * @param from first number; there is a difference
 * @param to last number, at which there is a difference; {@link Curve#NO_END} when there is no last
 * @param atFrom the values at the first number
 * @param atTo the values at the last number; empty when there is none
 * @param straight the difference as a straight line; empty where it is rounded in between
 * @param least the least difference in between, below 0 where something becomes less; empty where
 *     it falls without end
 * @param most the greatest difference in between; empty where it rises without end
 */
public record Segment(
    long from,
    long to,
    Values atFrom,
    Optional<Values> atTo,
    Optional<Straight> straight,
    Optional<Rational> least,
    Optional<Rational> most) {

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

    public Rational at(long number) {
      return start.plus(rise.times(Rational.of(number)));
    }

    /** Where the line comes to nothing; empty where it rises nowhere. */
    Optional<Rational> root() {
      boolean falls = rise.signum() < 0;
      return rise.signum() == 0
          ? Optional.empty()
          : Optional.of((falls ? start : start.negated()).dividedBy(falls ? rise.negated() : rise));
    }
  }

  /** Whether it ends at no number. */
  public boolean isOpen() {
    return atTo.isEmpty();
  }

  /** The difference of two functions in a range, without the stretches in which there is none. */
  static List<Segment> of(Curve before, Curve after, Range range) {
    Reader reader = new Reader(before, after);
    Curve nothing = Curve.constant(Rational.ZERO);
    Curve less = reader.difference.lesserOf(nothing);
    for (Piece piece : less.cutAsWellBy(reader.difference.greaterOf(nothing))) {
      long from = Math.max(piece.from(), range.least());
      long to = Math.min(piece.to(), range.most());
      if (from <= to) {
        reader.read(piece, from, to);
      }
    }
    return reader.segments;
  }

  /** Makes segments of the pieces of a difference. */
  private static final class Reader {

    private final Curve before;
    private final Curve after;
    private final Curve difference;
    private final List<Segment> segments = new ArrayList<>();

    Reader(Curve before, Curve after) {
      this.before = before;
      this.after = after;
      this.difference = after.minus(before);
    }

    void read(Piece piece, long first, long last) {
      if (piece.lines().stream().allMatch(Line::isNothing)) {
        return;
      }
      long from = first;
      while (from <= last && piece.at(from).signum() == 0) {
        from++;
      }
      long to = last;
      while (to >= from && to != Curve.NO_END && piece.at(to).signum() == 0) {
        to--;
      }
      if (from <= to) {
        add(segment(from, to, straight(piece, from, to)));
      }
    }

    /** Few numbers of a rounded stretch may lie on a line all the same. */
    private static Optional<Straight> straight(Piece piece, long from, long to) {
      if (from == to) {
        return Optional.of(new Straight(piece.at(from), Rational.ZERO));
      }
      return piece.lines().size() == 1
          ? Optional.of(straight(piece.lines().get(0), piece.from()))
          : Optional.empty();
    }

    private static Straight straight(Line line, long from) {
      return new Straight(line.start().minus(line.rise().times(Rational.of(from))), line.rise());
    }

    private Segment segment(long from, long to, Optional<Straight> straight) {
      Range range = new Range(from, to);
      Curve turned = difference.times(Rational.of(-1));
      return new Segment(
          from,
          to,
          values(from),
          to == Curve.NO_END ? Optional.empty() : Optional.of(values(to)),
          straight,
          turned.most(range).map(at -> difference.at(at).orElseThrow()),
          difference.most(range).map(at -> difference.at(at).orElseThrow()));
    }

    private Values values(long at) {
      return new Values(before.at(at).orElseThrow(), after.at(at).orElseThrow());
    }

    /** What is rounded goes on in one segment; a number on two lines belongs to the first. */
    private void add(Segment next) {
      int last = segments.size() - 1;
      if (last < 0 || segments.get(last).to != next.from - 1) {
        segments.add(next);
        return;
      }
      Segment first = segments.get(last);
      boolean goesOn =
          first.straight.isEmpty() && next.straight.isEmpty() && first.sign() == next.sign();
      if (goesOn) {
        segments.set(last, segment(first.from, next.to, Optional.empty()));
      } else if (first.straight.filter(line -> line.at(next.from).equals(next.start())).isPresent()
          && first.sign() == next.sign()) {
        segments.set(last, segment(first.from, next.from, first.straight));
        if (next.from < next.to) {
          segments.add(segment(next.from + 1, next.to, next.straight));
        }
      } else {
        segments.add(next);
      }
    }
  }

  private Rational start() {
    return atFrom.difference();
  }

  /** −1 or 1 where the difference has one sign, 0 where it has both. */
  public int sign() {
    boolean less = least.map(by -> by.signum() < 0).orElse(true);
    boolean more = most.map(by -> by.signum() > 0).orElse(true);
    return less == more ? 0 : less ? -1 : 1;
  }
}
