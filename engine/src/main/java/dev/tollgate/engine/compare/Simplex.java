package dev.tollgate.engine.compare;

import java.util.Optional;

/**
 * The least value of a linear function over all points from 0 that meet linear constraints, in
 * exact fractions. Of the columns and rows that may be exchanged the first is taken, so that it
 * comes to an end. For use once, by one thread.
 */
final class Simplex {

  /** There is no least value: it falls without end. */
  static final class Unbounded extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final int variables;
  private final Rational[][] rows;
  private final int[] basic;
  private final int[] free;
  private Rational[] cost;

  /**
   * For points {@code x} from 0 with {@code left × x <= right}.
   *
   * @param left a row for each constraint
   */
  Simplex(Rational[][] left, Rational[] right, int variables) {
    this.variables = variables;
    this.rows = new Rational[left.length][];
    this.basic = new int[left.length];
    // One more column, which phase one takes out of the constraints that 0 does not meet.
    this.free = new int[variables + 1];
    for (int column = 0; column <= variables; column++) {
      free[column] = column;
    }
    for (int row = 0; row < left.length; row++) {
      rows[row] = new Rational[variables + 2];
      for (int column = 0; column < variables; column++) {
        rows[row][column] = left[row][column].negated();
      }
      rows[row][variables] = Rational.of(1);
      rows[row][variables + 1] = right[row];
      basic[row] = variables + 1 + row;
    }
    this.cost = zeros();
  }

  private Rational[] zeros() {
    Rational[] zeros = new Rational[variables + 2];
    java.util.Arrays.fill(zeros, Rational.ZERO);
    return zeros;
  }

  /**
   * A point with the least value.
   *
   * @return empty when no point meets the constraints
   * @throws Unbounded if the value falls without end
   */
  Optional<Rational[]> minimise(Rational[] objective) {
    if (!findCorner()) {
      return Optional.empty();
    }
    Rational[] wanted = zeros();
    for (int column = 0; column <= variables; column++) {
      if (free[column] < variables) {
        wanted[column] = wanted[column].plus(objective[free[column]]);
      }
    }
    for (int row = 0; row < rows.length; row++) {
      if (basic[row] < variables && objective[basic[row]].signum() != 0) {
        for (int column = 0; column < wanted.length; column++) {
          wanted[column] = wanted[column].plus(rows[row][column].times(objective[basic[row]]));
        }
      }
    }
    cost = wanted;
    descend(variables);
    Rational[] point = new Rational[variables];
    java.util.Arrays.fill(point, Rational.ZERO);
    for (int row = 0; row < rows.length; row++) {
      if (basic[row] < variables) {
        point[basic[row]] = rows[row][variables + 1];
      }
    }
    return Optional.of(point);
  }

  /** Phase one: whether there is a point at all. */
  private boolean findCorner() {
    int worst = -1;
    for (int row = 0; row < rows.length; row++) {
      Rational right = rows[row][variables + 1];
      boolean worse = worst < 0 || right.compareTo(rows[worst][variables + 1]) < 0;
      worst = right.signum() < 0 && worse ? row : worst;
    }
    if (worst < 0) {
      return true;
    }
    cost[variables] = Rational.of(1);
    exchange(worst, variables);
    descend(-1);
    if (cost[variables + 1].signum() > 0) {
      return false;
    }
    for (int row = 0; row < rows.length; row++) {
      if (basic[row] == variables) {
        int column = 0;
        while (column <= variables && rows[row][column].signum() == 0) {
          column++;
        }
        if (column <= variables) {
          exchange(row, column);
        }
      }
    }
    return true;
  }

  /**
   * Goes from corner to corner until none is lower.
   *
   * @param banned a variable that stays 0; −1 for none
   */
  private void descend(int banned) {
    while (true) {
      int column = entering(banned);
      if (column < 0) {
        return;
      }
      int row = leaving(column);
      if (row < 0) {
        throw new Unbounded();
      }
      exchange(row, column);
    }
  }

  private int entering(int banned) {
    int entering = -1;
    for (int column = 0; column <= variables; column++) {
      boolean falls = cost[column].signum() < 0 && free[column] != banned;
      if (falls && (entering < 0 || free[column] < free[entering])) {
        entering = column;
      }
    }
    return entering;
  }

  private int leaving(int column) {
    int leaving = -1;
    Rational nearest = Rational.ZERO;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row][column].signum() < 0) {
        Rational reach = rows[row][variables + 1].dividedBy(rows[row][column].negated());
        int compared = leaving < 0 ? -1 : reach.compareTo(nearest);
        if (compared < 0 || compared == 0 && basic[row] < basic[leaving]) {
          leaving = row;
          nearest = reach;
        }
      }
    }
    return leaving;
  }

  /** Makes the column's variable basic in the row. */
  private void exchange(int row, int column) {
    Rational[] pivot = rows[row];
    Rational factor = inverse(pivot[column].negated());
    for (int each = 0; each < pivot.length; each++) {
      pivot[each] = each == column ? factor.negated() : pivot[each].times(factor);
    }
    for (int other = 0; other < rows.length; other++) {
      if (other != row) {
        substitute(rows[other], pivot, column);
      }
    }
    substitute(cost, pivot, column);
    int left = basic[row];
    basic[row] = free[column];
    free[column] = left;
  }

  private static void substitute(Rational[] row, Rational[] pivot, int column) {
    Rational factor = row[column];
    if (factor.signum() == 0) {
      return;
    }
    for (int each = 0; each < row.length; each++) {
      if (each == column) {
        row[each] = factor.times(pivot[each]);
      } else if (pivot[each].signum() != 0) {
        row[each] = row[each].plus(factor.times(pivot[each]));
      }
    }
  }

  private static Rational inverse(Rational number) {
    Rational positive = Rational.of(1).dividedBy(number.signum() < 0 ? number.negated() : number);
    return number.signum() < 0 ? positive.negated() : positive;
  }
}
