package dev.tollgate.engine.coverage;

import dev.tollgate.engine.decide.Denied;
import dev.tollgate.engine.decide.Grounds;
import dev.tollgate.engine.decide.QuotaState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A step of a test with expectations, all of them met. What nothing is expected of is not
 * exercised, however often it is used.
 *
 * @param product name
 * @param at when the step happened
 * @param zone of the account
 * @param amounts quotas of whose amount something is expected, by name
 * @param costs quotas of whose costs something is expected, by name
 * @param grounds what the answer rests on
 * @param denied the denial that is expected
 * @param warned levels that the step is expected to cross
 * @param states how the quotas stand after the step
 * @param priced amounts whose price is expected, by add-on, in its unit
 */
public record Observation(
    String product,
    Instant at,
    ZoneId zone,
    Set<String> amounts,
    Set<String> costs,
    List<Grounds> grounds,
    Optional<Denied> denied,
    Set<BigDecimal> warned,
    List<QuotaState> states,
    Map<String, BigDecimal> priced) {

  public Observation {
    amounts = Set.copyOf(amounts);
    costs = Set.copyOf(costs);
    grounds = List.copyOf(grounds);
    warned = Set.copyOf(warned);
    states = List.copyOf(states);
    priced = Map.copyOf(priced);
  }

  /** Terms of whose amount something is expected. */
  List<Grounds> ofAmounts(String target) {
    return of(target, amounts);
  }

  /** Terms of whose costs something is expected. */
  List<Grounds> ofCosts(String target) {
    return of(target, costs);
  }

  private List<Grounds> of(String target, Set<String> expected) {
    return grounds.stream()
        .filter(each -> each.terms().quota().id().equals(target))
        .filter(each -> expected.contains(each.terms().quota().name()))
        .toList();
  }
}
