package dev.tollgate.server.command;

import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.impact.FleetImpact;
import dev.tollgate.engine.impact.ReplayImpact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All there is to say about another policy.
 *
 * @param fleet what it means to the accounts that there are; empty where nobody asked
 * @param replay how the calls of a log would have fared; empty where there is no log
 */
record DiffReport(
    PolicyDifference difference, Optional<FleetImpact> fleet, Optional<ReplayImpact> replay) {

  /** The tables that everybody wants to see. */
  List<Grid> summaries() {
    return grids(true);
  }

  /** The tables that name single accounts. */
  List<Grid> details() {
    return grids(false);
  }

  private List<Grid> grids(boolean summaries) {
    List<Grid> grids = new ArrayList<>();
    fleet.ifPresent(found -> grids.addAll(part(FleetGrids.of(found), summaries)));
    replay.ifPresent(found -> grids.addAll(part(ReplayGrids.of(found), summaries)));
    return grids;
  }

  private static List<Grid> part(List<Grid> grids, boolean summary) {
    return summary ? grids.subList(0, 1) : grids.subList(1, grids.size());
  }
}
