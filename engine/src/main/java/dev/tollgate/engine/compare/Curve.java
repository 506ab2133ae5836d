package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Rounding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * An exact function of one whole number from 0 on: of seats, of records, of an amount bought. Sums,
 * multiples, the greater and the lesser of two, and quotients rounded to whole numbers are again
 * such functions, so questions about all values at once have exact answers.
 *
 * <p>Worked example: {@code identity().dividedBy(10, UP)} is 0, then 1 from 1 to 10, then 2 from 11
 * to 20, and so on without end.
 */
public final class Curve {

  /** Two functions on one stretch. */
  private record Pair(Piece mine, Piece theirs) {

    boolean isUnlimited() {
      return mine.isUnlimited() || theirs.isUnlimited();
    }

    /** No limit where either has none. */
    Piece joined(BinaryOperator<Line> join) {
      return isUnlimited() ? new Piece(mine.from(), mine.to(), List.of()) : mine.with(theirs, join);
    }

    Pair within(long first, long last) {
      return new Pair(mine.within(first, last), theirs.within(first, last));
    }

    Optional<Long> firstBelow() {
      if (isUnlimited()) {
        return mine.isUnlimited() ? Optional.empty() : Optional.of(mine.from());
      }
      return joined(Line::minus).firstBelowZero();
    }
  }

  /** The end of the numbers. */
  public static final long NO_END = Long.MAX_VALUE;

  private static final int MOST_PIECES = 20_000;

  private final List<Piece> pieces;

  private Curve(List<Piece> pieces) {
    if (pieces.size() > MOST_PIECES) {
      throw new TooFine("a function falls apart into " + pieces.size() + " pieces");
    }
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : pieces) {
      Piece plain = piece.plainest();
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).goesOnIn(plain)) {
        joined.set(last, new Piece(joined.get(last).from(), plain.to(), joined.get(last).lines()));
      } else {
        joined.add(plain);
      }
    }
    this.pieces = List.copyOf(joined);
  }

  /** The same value for every number. */
  public static Curve constant(Rational value) {
    return new Curve(List.of(new Piece(0, NO_END, List.of(Line.flat(value)))));
  }

  /** The number itself. */
  public static Curve identity() {
    return new Curve(
        List.of(new Piece(0, NO_END, List.of(new Line(Rational.ZERO, Rational.of(1))))));
  }

  /** No limit, which is greater than every value. */
  public static Curve unlimited() {
    return new Curve(List.of(new Piece(0, NO_END, List.of())));
  }

  /**
   * This function up to a number, and another one behind it.
   *
   * @param last the last number at which this one decides, from 0; below {@link #NO_END}
   */
  public Curve until(long last, Curve then) {
    List<Piece> both = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.from() <= last) {
        both.add(piece.within(piece.from(), Math.min(piece.to(), last)));
      }
    }
    for (Piece piece : then.pieces) {
      if (piece.to() > last) {
        both.add(piece.within(Math.max(piece.from(), last + 1), piece.to()));
      }
    }
    return new Curve(both);
  }

  /** The value at {@code n}, from 0; empty where there is no limit. */
  public Optional<Rational> at(long n) {
    Piece piece = pieces.stream().filter(each -> each.to() >= n).findFirst().orElseThrow();
    return piece.isUnlimited() ? Optional.empty() : Optional.of(piece.at(n));
  }

  /** The value, where it is one and the same for every number. */
  public Optional<Rational> constantValue() {
    Piece first = pieces.get(0);
    boolean flat = pieces.size() == 1 && first.lines().size() == 1;
    return flat && first.lines().get(0).rise().signum() == 0
        ? Optional.of(first.at(0))
        : Optional.empty();
  }

  public Curve plus(Curve other) {
    return joined(other, Line::plus);
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException if {@code other} has no limit somewhere
   */
  public Curve minus(Curve other) {
    if (other.pieces.stream().anyMatch(Piece::isUnlimited)) {
      throw new IllegalArgumentException("nothing is left of what has no limit");
    }
    return joined(other, Line::minus);
  }

  /** A multiple; no limit stays without one, unless the factor is 0. */
  public Curve times(Rational factor) {
    return factor.signum() == 0
        ? constant(Rational.ZERO)
        : new Curve(pieces.stream().map(piece -> piece.with(line -> line.times(factor))).toList());
  }

  /**
   * The quotient as a whole number.
   *
   * @param by above 0
   * @throws TooFine if it repeats itself only after very many numbers
   */
  public Curve dividedBy(Rational by, Rounding rounding) {
    Rational shift =
        rounding == Rounding.NEAREST ? Rational.of(1).dividedBy(Rational.of(2)) : Rational.ZERO;
    List<Piece> quotients = new ArrayList<>();
    for (Piece piece : pieces) {
      Piece exact =
          piece.with(
              line -> new Line(line.start().dividedBy(by).plus(shift), line.rise().dividedBy(by)));
      quotients.add(rounded(exact, rounding == Rounding.UP));
    }
    return new Curve(quotients);
  }

  /** After as many repetitions as its rise has parts, a line has risen by a whole number. */
  private static Piece rounded(Piece exact, boolean up) {
    if (exact.isUnlimited()) {
      return exact;
    }
    BigInteger parts =
        exact.lines().stream()
            .map(line -> line.rise().denominator())
            .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
    Piece longer =
        new Piece(
            exact.from(),
            exact.to(),
            exact.repeated(parts.multiply(BigInteger.valueOf(exact.lines().size()))));
    return longer.with(
        line ->
            new Line(
                new Rational(up ? line.start().ceiling() : line.start().floor(), BigInteger.ONE),
                line.rise()));
  }

  public Curve lesserOf(Curve other) {
    return chosen(other, (a, b) -> a.minus(b).beginsBelowZero() ? a : b, true);
  }

  public Curve greaterOf(Curve other) {
    return chosen(other, (a, b) -> a.minus(b).beginsBelowZero() ? b : a, false);
  }

  /**
   * One function wherever this is above another, and one where it is not; both of these have a
   * limit.
   *
   * @param other nowhere equal to this
   */
  public Curve whereAbove(Curve other, Curve above, Curve otherwise) {
    Line yes = Line.flat(Rational.of(1));
    Line no = Line.flat(Rational.ZERO);
    Curve isAbove = chosen(other, (a, b) -> b.minus(a).beginsBelowZero() ? yes : no, false);
    BinaryOperator<Line> where = (line, is) -> is.equals(yes) ? line : no;
    BinaryOperator<Line> whereNot = (line, is) -> is.equals(yes) ? no : line;
    return above.joined(isAbove, where).plus(otherwise.joined(isAbove, whereNot));
  }

  /** The function as seen from {@code by} numbers ahead: its value at n is this one's at n + by. */
  public Curve shifted(long by) {
    List<Piece> ahead = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.to() >= by) {
        ahead.add(piece.within(Math.max(piece.from(), by), piece.to()).shifted(by));
      }
    }
    return new Curve(ahead);
  }

  /** The smallest number at which this is below the other; empty when it never is. */
  public Optional<Long> firstBelow(Curve other) {
    return pairs(other).stream().flatMap(pair -> pair.firstBelow().stream()).findFirst();
  }

  /** Whether both have the same value for every number. */
  public boolean isSameAs(Curve other) {
    return firstBelow(other).isEmpty() && other.firstBelow(this).isEmpty();
  }

  /**
   * The smallest number of a range at which this is greatest; empty when it rises without end.
   *
   * @throws IllegalArgumentException if there is no limit somewhere
   */
  public Optional<Long> most(Range range) {
    Optional<Long> most = Optional.empty();
    for (Piece piece : pieces) {
      if (piece.to() < range.least() || piece.from() > range.most()) {
        continue;
      }
      Piece part =
          piece.within(Math.max(piece.from(), range.least()), Math.min(piece.to(), range.most()));
      if (part.isUnlimited()) {
        throw new IllegalArgumentException("nothing is greatest where there is no limit");
      }
      if (part.risesWithoutEnd()) {
        return Optional.empty();
      }
      long here = part.most();
      if (most.isEmpty() || part.at(here).compareTo(at(most.get()).orElseThrow()) > 0) {
        most = Optional.of(here);
      }
    }
    return most;
  }

  /** The sum of this and another function, cut wherever one of them goes on in another way. */
  List<Piece> cutAsWellBy(Curve other) {
    return pairs(other).stream().map(pair -> pair.joined(Line::plus).plainest()).toList();
  }

  private Curve joined(Curve other, BinaryOperator<Line> join) {
    return new Curve(pairs(other).stream().map(pair -> pair.joined(join)).toList());
  }

  private Curve chosen(Curve other, BinaryOperator<Line> choice, boolean lesser) {
    List<Piece> chosen = new ArrayList<>();
    for (Pair pair : pairs(other)) {
      if (pair.isUnlimited()) {
        chosen.add(pair.mine().isUnlimited() == lesser ? pair.theirs() : pair.mine());
        continue;
      }
      // Between two crossings the choice is one and the same along each line.
      List<Long> cuts = new ArrayList<>(pair.joined(Line::minus).crossings());
      cuts.add(0, pair.mine().from());
      for (int i = 0; i < cuts.size(); i++) {
        long last = i + 1 < cuts.size() ? cuts.get(i + 1) - 1 : pair.mine().to();
        chosen.add(pair.within(cuts.get(i), last).joined(choice));
      }
    }
    return new Curve(chosen);
  }

  /** Both functions cut at the ends of either's pieces. */
  private List<Pair> pairs(Curve other) {
    List<Pair> pairs = new ArrayList<>();
    int mine = 0;
    int theirs = 0;
    long from = 0;
    while (mine < pieces.size()) {
      Piece a = pieces.get(mine);
      Piece b = other.pieces.get(theirs);
      long to = Math.min(a.to(), b.to());
      pairs.add(new Pair(a.within(from, to), b.within(from, to)));
      mine += a.to() == to ? 1 : 0;
      theirs += b.to() == to ? 1 : 0;
      from = to + 1;
    }
    return pairs;
  }
}
