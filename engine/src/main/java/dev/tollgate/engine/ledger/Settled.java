package dev.tollgate.engine.ledger;

import java.util.List;

/**
 * What the end of a call, or an adjustment, changed.
 *
 * @param changes one for each counter that the decision, the settlement or the adjustment names, in
 *     order
 */
public record Settled(List<Change> changes) {

  public Settled {
    changes = List.copyOf(changes);
  }

  /**
   * What became of one counter.
   *
   * @param decided steps that the decision had consumed; all that was used before an adjustment
   * @param settled steps that remain consumed
   * @param days the days whose billed units changed, the earliest first; the difference of their
   *     prices is the charge, which is negative when units were taken off
   * @param booked what counts as used from now on or does not any more, by day and in order
   * @param after how the counter stands now
   * @param crossed thresholds that a higher cost reached, as in {@link Tally}
   */
  public record Change(
      CounterKey key,
      long decided,
      long settled,
      List<BilledDay> days,
      List<Booking> booked,
      Standing after,
      List<Integer> crossed) {

    public Change {
      days = List.copyOf(days);
      booked = List.copyOf(booked);
      crossed = List.copyOf(crossed);
    }
  }
}
