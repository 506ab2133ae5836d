package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Units of one quota that count as used on a day from now on, or do not any more: then they are
 * below 0. Calls in flight are not among them: they use nothing up.
 *
 * @param unit name of the unit
 * @param day in the account's zone
 * @param included those inside the included allotment
 * @param billed those beyond it
 */
public record Consumed(
    String quota, String unit, LocalDate day, BigDecimal included, BigDecimal billed) {

  /** An amount of steps that may be below 0. */
  static Consumed of(Demand demand, LocalDate day, long included, long billed) {
    return new Consumed(
        demand.quota().name(),
        demand.quota().unit().name(),
        day,
        demand.signedUnits(included),
        demand.signedUnits(billed));
  }

  /** The same units, one for each quota and day, in order. */
  static List<Consumed> sum(List<Consumed> parts) {
    Map<List<Object>, Consumed> sums = new LinkedHashMap<>();
    for (Consumed part : parts) {
      sums.merge(List.of(part.quota, part.day), part, Consumed::plus);
    }
    return List.copyOf(sums.values());
  }

  private Consumed plus(Consumed more) {
    return new Consumed(quota, unit, day, included.add(more.included), billed.add(more.billed));
  }
}
