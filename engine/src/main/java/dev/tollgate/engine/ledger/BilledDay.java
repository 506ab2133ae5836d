package dev.tollgate.engine.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the billed units of one calendar day changed. They are those of one quota of one account,
 * over all its counters.
 *
 * @param day in the zone that the account had at the moment of the units
 * @param before billed units of the day, in steps, before the change
 * @param after the same after it
 * @param by what the units between the two are billed by: those taken off by what they were billed
 *     by when they were added; empty when nothing changed
 */
public record BilledDay(LocalDate day, long before, long after, Optional<BilledBy> by) {

  static BilledDay unchanged(LocalDate day, long units) {
    return new BilledDay(day, units, units, Optional.empty());
  }

  /**
   * Several changes in the order in which they happened, by day: those of a day that go on where
   * the one before ended and are billed by the same are one, and those that come to nothing none.
   */
  static List<BilledDay> changes(List<BilledDay> inOrder) {
    List<BilledDay> changes = new ArrayList<>();
    inOrder.stream()
        .filter(change -> change.before != change.after)
        .sorted(Comparator.comparing(BilledDay::day))
        .forEach(change -> add(changes, change));
    return changes;
  }

  private static void add(List<BilledDay> changes, BilledDay next) {
    int last = changes.size() - 1;
    if (last < 0 || !changes.get(last).goesOnWith(next)) {
      changes.add(next);
      return;
    }
    BilledDay sum = new BilledDay(next.day, changes.remove(last).before, next.after, next.by);
    if (sum.before != sum.after) {
      changes.add(sum);
    }
  }

  private boolean goesOnWith(BilledDay next) {
    return day.equals(next.day) && by.equals(next.by);
  }
}
