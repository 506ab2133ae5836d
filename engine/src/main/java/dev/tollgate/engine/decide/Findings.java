package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.terms.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What comes to light while a call is priced: problems of the request, and facts that were assumed.
 */
final class Findings {

  private final Product product;
  private final boolean inline;
  private final Problems problems;
  private Map<String, Assumed> assumed = Map.of();

  /**
   * @param inline whether the request itself states the profile
   */
  Findings(Product product, boolean inline, Problems problems) {
    this.product = product;
    this.inline = inline;
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  List<Assumed> assumed() {
    return List.copyOf(assumed.values());
  }

  /** Whether a condition holds; what that hangs on and nobody stated is noted. */
  Truth judge(Quota quota, Condition condition, CallReadings readings) {
    if (condition.isAlways()) {
      return Truth.TRUE;
    }
    Truth truth = condition.judge(readings);
    if (truth == Truth.UNKNOWN) {
      condition.forEachUndecided(readings, attribute -> missing(quota.id(), attribute));
    }
    condition.forEachUndecided(readings.stated(), this::assumed);
    return truth;
  }

  /**
   * An answer depends on something of the account that nobody stated.
   *
   * @param what the quota or add-on that asks for it
   */
  void missing(String what, Attribute attribute) {
    boolean signedUp = attribute.kind() == Attribute.Kind.SIGNED_UP;
    String member = signedUp ? "/account/signedUp" : "/account/facts";
    String pointer = signedUp ? member : Problems.pointer(member, attribute.name());
    problems.add(
        inline ? pointer : "/account",
        "missing-fact",
        what + " depends on `" + attribute + "`, which the account does not state");
  }

  private void assumed(Attribute attribute) {
    product.fact(attribute.name()).ifPresent(this::assumed);
  }

  void assumed(Product.Fact fact) {
    fact.unlessStated()
        .ifPresent(
            value -> {
              assumed = assumed.isEmpty() ? new LinkedHashMap<>() : assumed;
              assumed.putIfAbsent(
                  fact.name(), new Assumed(fact.name(), Wording.of(value, fact.type())));
            });
  }
}
