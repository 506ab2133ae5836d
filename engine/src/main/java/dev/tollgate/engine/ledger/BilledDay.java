package dev.tollgate.engine.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * How the billed units of one calendar day changed. They are those of one quota of one account,
 * over all its counters.
 *
 * @param day in the zone that the account had at the moment of the units
 * @param before billed units of the day, in steps, before the change
 * @param after the same after it
 */
public record BilledDay(LocalDate day, long before, long after) {

  /** Several changes in the order in which they happened, as one for each day that did change. */
  static List<BilledDay> changes(List<BilledDay> inOrder) {
    TreeMap<LocalDate, BilledDay> byDay = new TreeMap<>();
    for (BilledDay change : inOrder) {
      byDay.merge(
          change.day, change, (first, last) -> new BilledDay(first.day, first.before, last.after));
    }
    return byDay.values().stream().filter(change -> change.before != change.after).toList();
  }
}
