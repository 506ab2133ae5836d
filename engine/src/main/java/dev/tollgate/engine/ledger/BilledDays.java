package dev.tollgate.engine.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Billed units by calendar day, of one quota of one account over all its counters, and what they
 * are billed by: what comes off the top of a day is worth what it was worth when it was added. A
 * decision can change its day as long as it is known, for 35 days; older days are closed and
 * dropped.
 */
final class BilledDays {

  /** Two more than 35, because zones and the change of clocks move the ends of days. */
  private static final int OPEN_DAYS = 37;

  private final TreeMap<LocalDate, List<BilledPart>> partsByDay = new TreeMap<>();

  /** Billed units of {@code day}, in steps. */
  long of(LocalDate day) {
    return upTo(parts(day));
  }

  /** The same, the lowest ones first. */
  List<BilledPart> parts(LocalDate day) {
    return partsByDay.getOrDefault(day, List.of());
  }

  private static long upTo(List<BilledPart> parts) {
    return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).upTo();
  }

  /**
   * Adds units to a day.
   *
   * @param units from 1
   */
  BilledDay add(LocalDate day, long units, BilledBy by) {
    List<BilledPart> parts = new ArrayList<>(parts(day));
    long before = upTo(parts);
    long after = Math.addExact(before, units);
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last).by().equals(by)) {
      parts.remove(last);
    }
    parts.add(new BilledPart(by, after));
    set(day, parts);
    return new BilledDay(day, before, after, Optional.of(by));
  }

  /**
   * Takes units off the top of a day, which has them.
   *
   * @return a change for each part that they were of, the highest first
   */
  List<BilledDay> takeOff(LocalDate day, long units) {
    List<BilledPart> parts = new ArrayList<>(parts(day));
    List<BilledDay> changes = new ArrayList<>();
    long before = upTo(parts);
    long after = before - units;
    if (after < 0) {
      throw new IllegalStateException(after + " billed units on " + day);
    }
    while (before > after) {
      BilledBy by = parts.remove(parts.size() - 1).by();
      long next = Math.max(after, upTo(parts));
      if (next > upTo(parts)) {
        parts.add(new BilledPart(by, next));
      }
      changes.add(new BilledDay(day, before, next, Optional.of(by)));
      before = next;
    }
    set(day, parts);
    return changes;
  }

  void set(LocalDate day, List<BilledPart> parts) {
    partsByDay.put(day, List.copyOf(parts));
    partsByDay.headMap(day.minusDays(OPEN_DAYS)).clear();
  }

  BilledDays copy() {
    BilledDays copy = new BilledDays();
    copy.partsByDay.putAll(partsByDay);
    return copy;
  }

  /** The last day until {@code day} with units, otherwise the first one behind it. */
  Optional<LocalDate> near(LocalDate day) {
    return partsByDay.headMap(day, true).descendingMap().entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .findFirst()
        .or(
            () ->
                partsByDay.tailMap(day, false).entrySet().stream()
                    .filter(entry -> !entry.getValue().isEmpty())
                    .findFirst())
        .map(Map.Entry::getKey);
  }

  /** Whether all days are closed on {@code today}. */
  boolean closed(LocalDate today) {
    return partsByDay.isEmpty() || partsByDay.lastKey().isBefore(today.minusDays(OPEN_DAYS));
  }
}
