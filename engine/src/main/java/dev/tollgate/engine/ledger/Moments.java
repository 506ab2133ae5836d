package dev.tollgate.engine.ledger;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * Units by the moment at which they were consumed, the oldest first, in packed arrays.
 *
 * <p>Neighbours may be merged. The units of both then stand at the later moment, so a moment's
 * units are always found at the first moment that is not before it.
 */
final class Moments {

  private static final int FIRST_CAPACITY = 4;
  private static final long[] NOTHING_BILLED = {};

  private long[] moments;
  private long[] units;
  private long[] billed;
  private int head;
  private int end;
  private long totalUnits;
  private long totalBilled;
  private long droppedBefore;

  Moments() {
    moments = new long[FIRST_CAPACITY];
    units = new long[FIRST_CAPACITY];
    billed = NOTHING_BILLED;
    droppedBefore = Long.MIN_VALUE;
  }

  private Moments(Moments other) {
    moments = Arrays.copyOfRange(other.moments, other.head, other.end);
    units = Arrays.copyOfRange(other.units, other.head, other.end);
    billed =
        other.billed.length == 0
            ? NOTHING_BILLED
            : Arrays.copyOfRange(other.billed, other.head, other.end);
    end = moments.length;
    totalUnits = other.totalUnits;
    totalBilled = other.totalBilled;
    droppedBefore = other.droppedBefore;
  }

  Moments copy() {
    return new Moments(this);
  }

  int size() {
    return end - head;
  }

  boolean isEmpty() {
    return head == end;
  }

  /** The moment at {@code index}, from 0 for the oldest. */
  long moment(int index) {
    return moments[head + index];
  }

  /** All units at {@code index}. */
  long units(int index) {
    return units[head + index];
  }

  /** The latest moment; only when there is one. */
  long last() {
    return moments[end - 1];
  }

  /** The units at {@code from} and later. */
  Usage since(long from) {
    long earlier = 0;
    long earlierBilled = 0;
    for (int i = head; i < end && moments[i] < from; i++) {
      earlier += units[i];
      earlierBilled += billedAt(i);
    }
    return Usage.of(totalUnits - earlier, totalBilled - earlierBilled);
  }

  /** Where the first moment at {@code from} or later stands; {@link #size} when there is none. */
  int indexSince(long from) {
    return indexFrom(from) - head;
  }

  /**
   * The first moment until which, counted from {@code from}, at least {@code amount} units stand;
   * empty when there are fewer.
   */
  OptionalLong untilUnits(long amount, long from) {
    long sum = 0;
    for (int i = indexFrom(from); i < end; i++) {
      sum += units[i];
      if (sum >= amount) {
        return OptionalLong.of(moments[i]);
      }
    }
    return OptionalLong.empty();
  }

  /** Adds units at a moment that is not before the last one. */
  void add(long moment, long includedUnits, long billedUnits) {
    if (isEmpty() || last() != moment) {
      append(moment);
    }
    put(end - 1, includedUnits, billedUnits);
  }

  /** Adds units to the last moment, which moves on to {@code moment}. */
  void mergeIntoLast(long moment, long includedUnits, long billedUnits) {
    moments[end - 1] = moment;
    put(end - 1, includedUnits, billedUnits);
  }

  /** Takes back units that were added at {@code moment}, unless they are dropped already. */
  void remove(long moment, long includedUnits, long billedUnits) {
    if (moment < droppedBefore) {
      return;
    }
    int index = indexFrom(moment);
    long all = includedUnits + billedUnits;
    if (index == end || units[index] < all || billedAt(index) < billedUnits) {
      throw new IllegalStateException(all + " units were never added at " + moment);
    }
    put(index, -includedUnits, -billedUnits);
    if (units[index] == 0) {
      removeAt(index);
    }
  }

  /** Drops what is before {@code from}. */
  void dropBefore(long from) {
    droppedBefore = Math.max(droppedBefore, from);
    while (head < end && moments[head] < from) {
      totalUnits -= units[head];
      totalBilled -= billedAt(head);
      head++;
    }
    if (head == end) {
      head = 0;
      end = 0;
    }
  }

  /** Merges neighbouring moments that lie in the same cell, at the latest of them. */
  void coalesce(LongUnaryOperator cellOfMoment) {
    int kept = head;
    long keptCell = 0;
    for (int i = head; i < end; i++) {
      long cell = cellOfMoment.applyAsLong(moments[i]);
      if (i > head && cell == keptCell) {
        moments[kept] = moments[i];
        units[kept] += units[i];
        if (billed.length > 0) {
          billed[kept] += billed[i];
        }
      } else {
        kept = i == head ? head : kept + 1;
        moments[kept] = moments[i];
        units[kept] = units[i];
        if (billed.length > 0) {
          billed[kept] = billed[i];
        }
        keptCell = cell;
      }
    }
    end = isEmpty() ? end : kept + 1;
  }

  private int indexFrom(long moment) {
    int found = Arrays.binarySearch(moments, head, end, moment);
    return found >= 0 ? found : -found - 1;
  }

  private long billedAt(int index) {
    return billed.length == 0 ? 0 : billed[index];
  }

  private void put(int index, long includedUnits, long billedUnits) {
    if (billedUnits != 0 && billed.length == 0) {
      billed = new long[moments.length];
    }
    if (billed.length > 0) {
      billed[index] += billedUnits;
    }
    units[index] += includedUnits + billedUnits;
    totalUnits += includedUnits + billedUnits;
    totalBilled += billedUnits;
  }

  private void append(long moment) {
    if (end == moments.length) {
      makeSpace();
    }
    moments[end] = moment;
    units[end] = 0;
    if (billed.length > 0) {
      billed[end] = 0;
    }
    end++;
  }

  private void makeSpace() {
    int size = size();
    // Half of the space being free in front is enough to go on without a larger array.
    int capacity = head > size ? moments.length : Math.max(FIRST_CAPACITY, 2 * size);
    moments = moved(moments, capacity);
    units = moved(units, capacity);
    billed = billed.length == 0 ? NOTHING_BILLED : moved(billed, capacity);
    head = 0;
    end = size;
  }

  private long[] moved(long[] from, int capacity) {
    long[] to = new long[capacity];
    System.arraycopy(from, head, to, 0, size());
    return to;
  }

  private void removeAt(int index) {
    int behind = end - index - 1;
    System.arraycopy(moments, index + 1, moments, index, behind);
    System.arraycopy(units, index + 1, units, index, behind);
    if (billed.length > 0) {
      System.arraycopy(billed, index + 1, billed, index, behind);
    }
    end--;
  }
}
