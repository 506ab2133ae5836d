package dev.tollgate.engine.compare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A stretch of whole numbers on which a function goes on in one way: every p-th number lies on a
 * straight line, where p is the number of lines. One line is the plain case; rounding to groups of
 * ten makes ten of them.
 *
 * @param from first number, from 0
 * @param to last number, included; {@link Long#MAX_VALUE} when there is no last
 * @param lines the line of number {@code n} is the one at {@code (n − from) mod p}, at step {@code
 *     (n − from) ÷ p}; empty where the function has no limit
 */
record Piece(long from, long to, List<Line> lines) {

  /** More lines than this in one piece are not compared in reasonable time. */
  private static final int MOST_LINES = 20_000;

  Piece {
    lines = List.copyOf(lines);
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("from " + from + " to " + to);
    }
  }

  boolean isUnlimited() {
    return lines.isEmpty();
  }

  /** The value, where there is a limit. */
  Rational at(long n) {
    long ahead = n - from;
    return lines.get((int) (ahead % lines.size())).at(ahead / lines.size());
  }

  /** The same function on a part of the stretch. */
  Piece within(long first, long last) {
    if (first == from || isUnlimited()) {
      return new Piece(first, last, lines);
    }
    long ahead = first - from;
    List<Line> turned = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      long skipped = ahead + i;
      Line line = lines.get((int) (skipped % lines.size()));
      turned.add(line.every(1, skipped / lines.size()));
    }
    return new Piece(first, last, turned);
  }

  /** The same function as seen from {@code by} numbers ahead: its value at n is that at n + by. */
  Piece shifted(long by) {
    long last = to == Long.MAX_VALUE ? to : to - by;
    return new Piece(from - by, last, lines);
  }

  Piece with(UnaryOperator<Line> change) {
    return new Piece(from, to, lines.stream().map(change).toList());
  }

  /** Joins the lines of two pieces of one stretch, both of which have a limit. */
  Piece with(Piece other, BinaryOperator<Line> join) {
    BigInteger period = commonPeriod(other);
    List<Line> mine = repeated(period);
    List<Line> theirs = other.repeated(period);
    List<Line> joined = new ArrayList<>();
    for (int i = 0; i < mine.size(); i++) {
      joined.add(join.apply(mine.get(i), theirs.get(i)));
    }
    return new Piece(from, to, joined);
  }

  /**
   * The same lines written {@code period} numbers long, which is a multiple of their number.
   *
   * @throws TooFine if these are very many
   */
  List<Line> repeated(BigInteger period) {
    if (period.compareTo(BigInteger.valueOf(MOST_LINES)) > 0) {
      throw new TooFine("a function repeats itself only after " + period + " numbers");
    }
    int times = period.intValueExact() / lines.size();
    List<Line> repeated = new ArrayList<>();
    for (int i = 0; i < period.intValueExact(); i++) {
      repeated.add(lines.get(i % lines.size()).every(times, i / lines.size()));
    }
    return repeated;
  }

  /** The first numbers of the stretch at which any line changes its side of 0, ascending. */
  SortedSet<Long> crossings() {
    SortedSet<Long> numbers = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      number(i, lines.get(i).firstCrossed()).ifPresent(numbers::add);
    }
    return numbers;
  }

  /** The first number with a value below 0; empty when there is none. */
  Optional<Long> firstBelowZero() {
    Optional<Long> first = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      Optional<Long> found = number(i, lines.get(i).firstBelowZero());
      if (found.isPresent() && (first.isEmpty() || found.get() < first.get())) {
        first = found;
      }
    }
    return first;
  }

  boolean risesWithoutEnd() {
    return to == Long.MAX_VALUE && lines.stream().anyMatch(line -> line.rise().signum() > 0);
  }

  /** The first number with the greatest value; there is one. */
  long most() {
    long most = from;
    for (int i = 0; i < lines.size() && i <= to - from; i++) {
      boolean rises = lines.get(i).rise().signum() > 0;
      long steps = rises ? (to - from - i) / lines.size() : 0;
      long number = from + i + steps * lines.size();
      int compared = at(number).compareTo(at(most));
      if (compared > 0 || compared == 0 && number < most) {
        most = number;
      }
    }
    return most;
  }

  /** Which number a step of a line is; empty when it lies behind the stretch. */
  private Optional<Long> number(int line, Optional<BigInteger> step) {
    return step.map(
            count ->
                count
                    .multiply(BigInteger.valueOf(lines.size()))
                    .add(BigInteger.valueOf(from))
                    .add(BigInteger.valueOf(line)))
        .filter(number -> number.compareTo(BigInteger.valueOf(to)) <= 0)
        .map(BigInteger::longValueExact);
  }

  /** Whether the other piece goes on behind this one in the same way; both at their plainest. */
  boolean goesOnIn(Piece next) {
    if (isUnlimited() || next.isUnlimited()) {
      return isUnlimited() && next.isUnlimited();
    }
    // Both are as plain as can be, so those that are alike have as many lines.
    return lines.size() == next.lines.size()
        && new Piece(from, next.to, lines).within(next.from, next.to).lines.equals(next.lines);
  }

  /** The same function with as few lines as it takes. */
  Piece plainest() {
    for (int period = 1; period < lines.size(); period++) {
      if (lines.size() % period == 0) {
        Piece plainer = shortened(period);
        if (plainer.repeated(BigInteger.valueOf(lines.size())).equals(lines)) {
          return plainer;
        }
      }
    }
    return this;
  }

  /** The only candidate with that many lines: each goes through its first two numbers. */
  private Piece shortened(int period) {
    List<Line> shorter = new ArrayList<>();
    for (int i = 0; i < period; i++) {
      Rational first = lines.get(i).start();
      shorter.add(new Line(first, lines.get(i + period).start().minus(first)));
    }
    return new Piece(from, to, shorter);
  }

  private BigInteger commonPeriod(Piece other) {
    BigInteger mine = BigInteger.valueOf(lines.size());
    BigInteger theirs = BigInteger.valueOf(other.lines.size());
    return mine.multiply(theirs).divide(mine.gcd(theirs));
  }
}
