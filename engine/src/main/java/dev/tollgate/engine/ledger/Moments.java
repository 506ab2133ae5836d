package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * Units by the moment at which they were consumed, the oldest first, in packed rows.
 *
 * <p>Neighbours may be merged. The units of both then stand at the later moment, so a moment's
 * units are always found at the first moment that is not before it.
 */
final class Moments {

  /** How many distinct moments are kept at most; whoever adds one more merges or drops some. */
  static final int MOST = 1_000;

  private static final int LEAST_SPACE = 3;

  /** A cell is a moment and its units; where any were billed, also how many. */
  private static final int PLAIN = 2;

  private static final int WITH_BILLED = 3;

  /** Moments are kept as the time since this one. */
  private long base;

  private Row row;
  private int width;
  private int head;
  private int end;
  private long totalUnits;
  private long totalBilled;
  private long droppedBefore;

  Moments() {
    width = PLAIN;
    row = new Row(LEAST_SPACE * width);
    droppedBefore = Long.MIN_VALUE;
  }

  private Moments(Moments other) {
    base = other.base;
    width = other.width;
    row = other.row.moved(other.head * width, other.end * width, other.size() * width);
    end = other.size();
    totalUnits = other.totalUnits;
    totalBilled = other.totalBilled;
    droppedBefore = other.droppedBefore;
  }

  static Moments unpack(Unpacking from) {
    Moments moments = new Moments();
    moments.droppedBefore = from.number();
    long moment = 0;
    for (long left = from.number(); left > 0; left--) {
      moment += from.number();
      moments.add(moment, from.number(), from.number());
    }
    return moments;
  }

  void pack(Packing to) {
    to.number(droppedBefore);
    to.number(size());
    long before = 0;
    for (int i = head; i < end; i++) {
      to.number(momentAt(i) - before);
      to.number(unitsAt(i) - billedAt(i));
      to.number(billedAt(i));
      before = momentAt(i);
    }
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
    return momentAt(head + index);
  }

  /** All units at {@code index}. */
  long units(int index) {
    return unitsAt(head + index);
  }

  /** The latest moment; only when there is one. */
  long last() {
    return momentAt(end - 1);
  }

  /** The units at {@code from} and later. */
  Usage since(long from) {
    long earlier = 0;
    long earlierBilled = 0;
    for (int i = head; i < end && momentAt(i) < from; i++) {
      earlier += unitsAt(i);
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
      sum += unitsAt(i);
      if (sum >= amount) {
        return OptionalLong.of(momentAt(i));
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
    setMoment(end - 1, moment);
    put(end - 1, includedUnits, billedUnits);
  }

  /**
   * Takes back a portion that was added before.
   *
   * @return what of it there was: less than all when a refund has taken some of it, and all when it
   *     is dropped already
   */
  Portion remove(Portion portion) {
    if (portion.moment() < droppedBefore) {
      return portion;
    }
    int index = indexFrom(portion.moment());
    if (index == end) {
      return portion.atMost(0, 0);
    }
    Portion there = portion.atMost(unitsAt(index) - billedAt(index), billedAt(index));
    put(index, -there.included(), -there.billed());
    if (unitsAt(index) == 0) {
      removeAt(index);
    }
    return there;
  }

  /** What at {@code from} and later is not held. */
  Usage refundable(long from, List<Portion> held) {
    Usage all = since(from);
    long used = all.used();
    long included = all.included();
    for (Portion hold : held) {
      if (indexFrom(hold.moment()) >= indexFrom(from)) {
        used -= hold.units();
        included -= hold.included();
      }
    }
    return new Usage(used, included);
  }

  /**
   * Takes back units at {@code from} and later, the billed ones first and of those the latest.
   *
   * @param held portions that are not touched
   * @return what was taken back
   */
  List<Portion> refund(long amount, long from, List<Portion> held) {
    Usage refundable = refundable(from, held);
    long offBilled = Math.min(amount, refundable.used() - refundable.included());
    return refund(amount - offBilled, offBilled, from, held);
  }

  /** The same for so many included and so many billed ones, or fewer when there are fewer. */
  List<Portion> refund(long offIncluded, long offBilled, long from, List<Portion> held) {
    long[] heldIncluded = new long[size()];
    long[] heldBilled = new long[size()];
    for (Portion hold : held) {
      int index = indexSince(hold.moment());
      if (hold.moment() >= droppedBefore && index < size()) {
        heldIncluded[index] += hold.included();
        heldBilled[index] += hold.billed();
      }
    }
    List<Portion> refunded = new ArrayList<>();
    long includedLeft = offIncluded;
    long billedLeft = offBilled;
    for (int i = size() - 1; i >= 0 && moment(i) >= from; i--) {
      long billedHere = billedAt(head + i);
      long billedOff = Math.min(billedLeft, billedHere - heldBilled[i]);
      long includedOff = Math.min(includedLeft, units(i) - billedHere - heldIncluded[i]);
      billedLeft -= billedOff;
      includedLeft -= includedOff;
      if (billedOff + includedOff > 0) {
        refunded.add(new Portion("", moment(i), includedOff, billedOff));
      }
    }
    refunded.forEach(this::remove);
    return refunded;
  }

  /** Drops what is before {@code from}. */
  void dropBefore(long from) {
    droppedBefore = Math.max(droppedBefore, from);
    while (head < end && momentAt(head) < from) {
      totalUnits -= unitsAt(head);
      totalBilled -= billedAt(head);
      head++;
    }
    if (row.places() > 4 * width * Math.max(LEAST_SPACE, size())) {
      makeSpace(width);
    }
  }

  /** Merges neighbouring moments that lie in the same cell, at the latest of them. */
  void coalesce(LongUnaryOperator cellOfMoment) {
    int kept = head;
    long keptCell = 0;
    for (int i = head; i < end; i++) {
      long cell = cellOfMoment.applyAsLong(momentAt(i));
      boolean merge = i > head && cell == keptCell;
      kept = merge || i == head ? kept : kept + 1;
      keptCell = cell;
      row.set(kept * width, row.get(i * width));
      for (int part = 1; part < width; part++) {
        long before = merge ? row.get(kept * width + part) : 0;
        row.set(kept * width + part, before + row.get(i * width + part));
      }
    }
    end = isEmpty() ? end : kept + 1;
  }

  private int indexFrom(long moment) {
    int low = head;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (momentAt(middle) < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long momentAt(int cell) {
    return base + row.get(cell * width);
  }

  private void setMoment(int cell, long moment) {
    row.set(cell * width, moment - base);
  }

  private long unitsAt(int cell) {
    return row.get(cell * width + 1);
  }

  private long billedAt(int cell) {
    return width == PLAIN ? 0 : row.get(cell * width + 2);
  }

  private void put(int cell, long includedUnits, long billedUnits) {
    int put = cell;
    if (billedUnits != 0 && width == PLAIN) {
      put -= head;
      makeSpace(WITH_BILLED);
    }
    if (billedUnits != 0) {
      row.add(put * width + 2, billedUnits);
    }
    row.add(put * width + 1, includedUnits + billedUnits);
    totalUnits += includedUnits + billedUnits;
    totalBilled += billedUnits;
  }

  private void append(long moment) {
    if (isEmpty()) {
      head = 0;
      end = 0;
      base = moment;
    }
    if ((end + 1) * width > row.places()) {
      makeSpace(totalBilled == 0 ? PLAIN : width);
    }
    end++;
    setMoment(end - 1, moment);
    for (int part = 1; part < width; part++) {
      row.set((end - 1) * width + part, 0);
    }
  }

  /** A half more than is needed, but none for more moments than are ever kept. */
  private void makeSpace(int newWidth) {
    int size = size();
    int cells = Math.max(size + 1, Math.min(MOST + 1, size + Math.max(2, size / 2)));
    long newBase = isEmpty() ? base : momentAt(head);
    Row moved = new Row(cells * newWidth);
    for (int i = 0; i < size; i++) {
      moved.set(i * newWidth, moment(i) - newBase);
      moved.set(i * newWidth + 1, units(i));
      if (newWidth == WITH_BILLED) {
        moved.set(i * newWidth + 2, billedAt(head + i));
      }
    }
    row = moved;
    width = newWidth;
    base = newBase;
    head = 0;
    end = size;
  }

  private void removeAt(int cell) {
    row.remove(cell * width, width, end * width);
    end--;
  }
}
