package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the rules that may apply do. A rule applies when its condition holds and no rule that
 * overrides it applies.
 */
final class RulesInForce {

  private final List<Rule> candidates;
  private final Needs needs;
  private final Map<Rule, Truth> outcomes = new IdentityHashMap<>();
  private final List<Rule> applying = new ArrayList<>();
  private final List<CallCost> costs = new ArrayList<>();

  /**
   * Judges the rules of one quota.
   *
   * @param candidates those selected, in the order of the text
   */
  RulesInForce(List<Rule> candidates, Needs needs) {
    this.candidates = candidates;
    this.needs = needs;
    for (Rule rule : candidates) {
      if (onlyConcernsSomeCalls(rule)) {
        addCosts(rule, rule.when());
      } else if (outcome(rule) == Truth.TRUE) {
        applying.add(rule);
        addCosts(rule, Condition.ALWAYS);
      }
    }
  }

  /** Rules that apply, in the order of the text. */
  List<Rule> applying() {
    return applying;
  }

  /** Cost lines that rules set, in the order of the text. */
  List<CallCost> costs() {
    return costs;
  }

  /**
   * Whether an undecided rule may stay so: when all it does is set the cost of some calls. Its
   * condition then goes with its cost lines, so that only those calls need what is missing.
   */
  private boolean onlyConcernsSomeCalls(Rule rule) {
    boolean onlyCosts = rule.effects().stream().allMatch(Rule.Effect.SetCost.class::isInstance);
    boolean entangled = rule.overrides().isPresent() || !overriding(rule).isEmpty();
    return onlyCosts && !entangled && needs.outlook(rule.when()) == Truth.UNKNOWN;
  }

  private void addCosts(Rule rule, Condition further) {
    for (Rule.Effect effect : rule.effects()) {
      if (effect instanceof Rule.Effect.SetCost set) {
        costs.add(further.isAlways() ? set.cost() : narrowed(set.cost(), further));
      }
    }
  }

  private static CallCost narrowed(CallCost cost, Condition further) {
    Condition both = new Condition.All(List.of(further, cost.when()));
    return new CallCost(cost.calls(), both, cost.cost(), cost.text(), cost.place());
  }

  private Truth outcome(Rule rule) {
    Optional<Truth> known = Optional.ofNullable(outcomes.get(rule));
    if (known.isPresent()) {
      return known.get();
    }
    // Rules that override each other in a circle do not compile; here they would all apply.
    outcomes.put(rule, Truth.FALSE);
    Set<Truth> overriding = EnumSet.noneOf(Truth.class);
    overriding(rule).forEach(other -> overriding.add(outcome(other)));
    Truth outcome = overriding.contains(Truth.TRUE) ? Truth.FALSE : needs.judge(rule.when());
    if (outcome == Truth.TRUE && overriding.contains(Truth.UNKNOWN)) {
      outcome = Truth.UNKNOWN;
    }
    outcomes.put(rule, outcome);
    return outcome;
  }

  private List<Rule> overriding(Rule rule) {
    List<Rule> overriding = List.of();
    for (Rule other : candidates) {
      if (other != rule && other.overrides().filter(rule.title()::equals).isPresent()) {
        overriding = overriding.isEmpty() ? new ArrayList<>() : overriding;
        overriding.add(other);
      }
    }
    return overriding;
  }
}
