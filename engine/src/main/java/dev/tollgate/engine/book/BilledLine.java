package dev.tollgate.engine.book;

import dev.tollgate.engine.decide.SlabLine;
import dev.tollgate.engine.terms.Holding;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money of one day, by one line of a price list.
 *
 * @param day in the account's zone
 * @param mode how the add-on is billed
 * @param quota where the units were used; empty for what was bought
 * @param policy hash of the policy whose price list it is
 * @param slab units and money; below 0 where they are taken off the day again
 */
public record BilledLine(
    LocalDate day,
    Holding.Mode mode,
    String addOn,
    Optional<String> quota,
    String policy,
    SlabLine slab) {

  /**
   * What lines have in common that are added up: what is charged and what is taken off stay apart.
   */
  public record Sort(
      LocalDate day,
      Holding.Mode mode,
      String addOn,
      Optional<String> quota,
      String policy,
      String text,
      String place,
      String each,
      String currency,
      boolean takenOff) {}

  public Sort sort() {
    boolean takenOff = slab.units().signum() < 0 || slab.amount().amount().signum() < 0;
    return new Sort(
        day,
        mode,
        addOn,
        quota,
        policy,
        slab.text(),
        slab.at().toString(),
        slab.each().toPlainString(),
        slab.amount().currency(),
        takenOff);
  }

  /** This and more of the same sort. */
  public BilledLine plus(BilledLine more) {
    return new BilledLine(day, mode, addOn, quota, policy, slab.plus(more.slab));
  }
}
