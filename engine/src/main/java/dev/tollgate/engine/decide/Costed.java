package dev.tollgate.engine.decide;

import java.util.List;

/**
 * What one call costs in one quota.
 *
 * @param counted false when the quota does not count the call; then it costs nothing
 * @param steps steps of the quota's unit, from 0
 * @param lines receipt where it is asked for, one line for the call, or one for each call inside a
 *     composite
 */
record Costed(boolean counted, long steps, List<CostLine> lines) {

  static final Costed NOT_COUNTED = new Costed(false, 0, List.of());

  Costed {
    lines = List.copyOf(lines);
  }
}
