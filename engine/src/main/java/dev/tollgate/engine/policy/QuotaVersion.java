package dev.tollgate.engine.policy;

import java.util.List;
import java.util.Optional;

/**
 * The terms of a quota during one stretch of time.
 *
 * @param name empty in a quota that declares no versions and so has this one alone
 * @param allotments in order of the text
 * @param costs in order of the text; empty when every call costs 1
 */
public record QuotaVersion(
    String name,
    String title,
    Stretch during,
    List<Allotment> allotments,
    List<CallCost> costs,
    boolean failedCallsCost,
    Optional<Grandfathering> grandfathering,
    Place place) {

  public QuotaVersion {
    allotments = List.copyOf(allotments);
    costs = List.copyOf(costs);
  }

  /** The same, with other lines. */
  public QuotaVersion with(List<Allotment> allotments, List<CallCost> costs) {
    return new QuotaVersion(
        name, title, during, allotments, costs, failedCallsCost, grandfathering, place);
  }

  /**
   * Accounts that keep the greater of the old and the new amount.
   *
   * @param version the old version's name
   * @param until empty for ever
   */
  public record Grandfathering(
      String version, Condition accounts, Optional<Stretch.Bound> until, Place place) {}
}
