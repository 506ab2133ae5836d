package dev.tollgate.engine.compile;

import dev.tollgate.grammar.tree.CallCost;
import dev.tollgate.grammar.tree.RuleClause;
import java.util.ArrayList;
import java.util.List;

/** The lines of a rule, sorted by kind. */
final class RuleClauses implements RuleClause.Visitor<Boolean> {

  final List<RuleClause.Holds> conditions = new ArrayList<>();
  final List<RuleClause.InForce> periods = new ArrayList<>();
  final List<RuleClause.Add> adds = new ArrayList<>();
  final List<RuleClause.Put> puts = new ArrayList<>();
  final List<RuleClause.Overrides> overrides = new ArrayList<>();
  final List<CallCost> costs = new ArrayList<>();

  RuleClauses(List<RuleClause> clauses) {
    clauses.forEach(clause -> clause.accept(this));
  }

  @Override
  public Boolean holds(RuleClause.Holds clause) {
    return conditions.add(clause);
  }

  @Override
  public Boolean inForce(RuleClause.InForce clause) {
    return periods.add(clause);
  }

  @Override
  public Boolean add(RuleClause.Add clause) {
    return adds.add(clause);
  }

  @Override
  public Boolean put(RuleClause.Put clause) {
    return puts.add(clause);
  }

  @Override
  public Boolean overrides(RuleClause.Overrides clause) {
    return overrides.add(clause);
  }

  @Override
  public Boolean callCost(CallCost clause) {
    return costs.add(clause);
  }
}
