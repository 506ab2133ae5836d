package dev.tollgate.engine.ledger;

/**
 * Whole numbers in places from 0, in four bytes each as long as all of them fit, otherwise in
 * eight. A place that was never set holds 0.
 */
final class Row {

  private static final int[] NARROW_NONE = {};
  private static final long[] WIDE_NONE = {};

  private int[] narrow;
  private long[] wide = WIDE_NONE;

  Row(int places) {
    narrow = places == 0 ? NARROW_NONE : new int[places];
  }

  int places() {
    return Math.max(narrow.length, wide.length);
  }

  long get(int place) {
    return wide.length == 0 ? narrow[place] : wide[place];
  }

  void set(int place, long value) {
    if (wide.length == 0 && value != (int) value) {
      widen();
    }
    if (wide.length == 0) {
      narrow[place] = (int) value;
    } else {
      wide[place] = value;
    }
  }

  void add(int place, long value) {
    set(place, get(place) + value);
  }

  /** A new row of so many places that begins with those {@code from} up to {@code end}. */
  Row moved(int from, int end, int places) {
    Row moved = new Row(places);
    if (wide.length == 0) {
      System.arraycopy(narrow, from, moved.narrow, 0, end - from);
    } else {
      for (int i = from; i < end; i++) {
        moved.set(i - from, wide[i]);
      }
    }
    return moved;
  }

  /** Removes some places; those behind them, up to {@code end}, move up. */
  void remove(int place, int count, int end) {
    int behind = end - place - count;
    if (wide.length == 0) {
      System.arraycopy(narrow, place + count, narrow, place, behind);
    } else {
      System.arraycopy(wide, place + count, wide, place, behind);
    }
  }

  private void widen() {
    wide = new long[narrow.length];
    for (int i = 0; i < narrow.length; i++) {
      wide[i] = narrow[i];
    }
    narrow = NARROW_NONE;
  }
}
