package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.util.Map;

/** How a decided call ended. */
public sealed interface Commit {

  /** It consumed what was decided. */
  record AsDecided() implements Commit {}

  /**
   * It consumed this much.
   *
   * @param cost amounts in the quota's unit, from 0, by quota; a quota that is absent stays as
   *     decided
   */
  record WithCost(Map<String, BigDecimal> cost) implements Commit {
    public WithCost {
      cost = Ordered.copyOf(cost);
    }
  }

  /** Its cost follows from these parameters, which replace those it was decided with. */
  record WithParams(Map<String, Stated> params) implements Commit {
    public WithParams {
      params = Ordered.copyOf(params);
    }
  }

  /** It failed; the policy says what a failed call costs. */
  record Failed() implements Commit {}
}
