package dev.tollgate.engine.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Billed units by calendar day, of one quota of one account over all its counters. A decision can
 * change its day as long as it is known, for 35 days; older days are closed and dropped.
 */
final class BilledDays {

  /** Two more than 35, because zones and the change of clocks move the ends of days. */
  private static final int OPEN_DAYS = 37;

  private final TreeMap<LocalDate, Long> unitsByDay = new TreeMap<>();

  /** Billed units of {@code day}, in steps. */
  long of(LocalDate day) {
    return unitsByDay.getOrDefault(day, 0L);
  }

  /** Adds units to a day; fewer than 0 are taken off. */
  BilledDay add(LocalDate day, long units) {
    long before = of(day);
    if (units == 0) {
      return new BilledDay(day, before, before);
    }
    long after = Math.addExact(before, units);
    if (after < 0) {
      throw new IllegalStateException(after + " billed units on " + day);
    }
    set(day, after);
    return new BilledDay(day, before, after);
  }

  void set(LocalDate day, long units) {
    unitsByDay.put(day, units);
    unitsByDay.headMap(day.minusDays(OPEN_DAYS)).clear();
  }

  /** The last day until {@code day} with units, otherwise the first one behind it. */
  Optional<LocalDate> near(LocalDate day) {
    return unitsByDay.headMap(day, true).descendingMap().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .findFirst()
        .or(
            () ->
                unitsByDay.tailMap(day, false).entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .findFirst())
        .map(Map.Entry::getKey);
  }

  /** Whether all days are closed on {@code today}. */
  boolean closed(LocalDate today) {
    return unitsByDay.isEmpty() || unitsByDay.lastKey().isBefore(today.minusDays(OPEN_DAYS));
  }
}
