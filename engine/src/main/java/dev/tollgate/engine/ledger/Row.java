package dev.tollgate.engine.ledger;

/**
 * Whole numbers in places from 0, in four bytes each as long as all of them fit, otherwise in
 * eight. A place that was never set holds 0.
 */
final class Row {

  private static final int[] NARROW_NONE = {};
  private static final long[] WIDE_NONE = {};

  /** A row without places. */
  static final Row NONE = new Row(0);

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

  /** A new row of {@code places} that begins with those {@code from} up to {@code end}. */
  Row moved(int from, int end, int places) {
    return moved(from, end, places, 0);
  }

  /** The same, {@code less} taken off each. */
  Row moved(int from, int end, int places, long less) {
    Row moved = new Row(places);
    for (int i = from; i < end; i++) {
      moved.set(i - from, get(i) - less);
    }
    return moved;
  }

  /** Removes one place; those behind it, up to {@code end}, move up. */
  void removeAt(int place, int end) {
    int behind = end - place - 1;
    if (wide.length == 0) {
      System.arraycopy(narrow, place + 1, narrow, place, behind);
    } else {
      System.arraycopy(wide, place + 1, wide, place, behind);
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
