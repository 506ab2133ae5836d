package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What calls and purchases would cost; nothing has been consumed or bought.
 *
 * @param lines in the order of the request
 * @param cost of all lines together, in each quota's unit, by quota
 * @param fits whether all of it could be consumed at {@code at}
 * @param denied what would stop it; present exactly when it does not fit
 * @param quotas how the quotas stand now
 * @param charge what would be billed beyond the included allotment; empty when nothing is
 * @param purchase what the purchase asked for costs; empty when none was asked for
 * @param ways cheaper ways to do the same
 * @param quoteId lets one consume of the call have exactly these figures; only for a stored account
 *     and one line that happens once
 * @param goodUntil when the quote id ends, exclusive
 */
public record Quote(
    Instant at,
    List<Line> lines,
    Map<String, BigDecimal> cost,
    boolean fits,
    Optional<Denied> denied,
    List<QuotaState> quotas,
    Optional<Charge> charge,
    Optional<Purchase> purchase,
    List<Way> ways,
    Optional<String> quoteId,
    Optional<Instant> goodUntil,
    List<Assumed> assumed,
    String policy) {

  public Quote {
    lines = List.copyOf(lines);
    cost = Ordered.copyOf(cost);
    quotas = List.copyOf(quotas);
    ways = List.copyOf(ways);
    assumed = List.copyOf(assumed);
  }

  /**
   * One line of the request.
   *
   * @param each what one call consumes, by quota
   * @param cost what all of them consume, by quota
   */
  public record Line(
      String call,
      long times,
      Map<String, BigDecimal> each,
      Map<String, BigDecimal> cost,
      List<CostLine> costs) {
    public Line {
      each = Ordered.copyOf(each);
      cost = Ordered.copyOf(cost);
      costs = List.copyOf(costs);
    }
  }
}
