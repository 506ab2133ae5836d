package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.Profile;
import java.util.List;
import java.util.Map;

/**
 * What an answer rests on in one quota, as the policy has it and not in words: whoever watches what
 * tests exercise asks for it.
 *
 * @param terms of the account at the moment of the call
 * @param profile of the account at that moment
 * @param lines the cost line that decides about the call, then those of the calls inside it; none
 *     where the quota does not count the call
 */
public record Grounds(Entitlement terms, Profile profile, List<Line> lines) {

  public Grounds {
    lines = List.copyOf(lines);
  }

  /**
   * A call and the line that decides what it costs.
   *
   * @param params those that are given
   */
  public record Line(String call, Map<String, Value> params, CallCost line) {
    public Line {
      params = Map.copyOf(params);
    }
  }
}
