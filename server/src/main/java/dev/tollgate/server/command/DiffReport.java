package dev.tollgate.server.command;

import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.impact.FleetImpact;
import java.util.List;
import java.util.Optional;

/**
 * All there is to say about another policy.
 *
 * @param fleet what it means to the accounts that there are; empty where nobody asked
 */
record DiffReport(PolicyDifference difference, Optional<FleetImpact> fleet) {

  /** What it means to accounts, as tables: the summary first. */
  List<Grid> grids() {
    return fleet.map(FleetGrids::of).orElse(List.of());
  }
}
