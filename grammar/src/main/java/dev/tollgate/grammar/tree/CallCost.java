package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/**
 * A cost line: `call records.list when cvid is given costs 3`. The first line that matches a call
 * decides.
 */
public record CallCost(CallChoice calls, Optional<Condition> when, Charge charge, Span span)
    implements QuotaClause, RuleClause, ContractClause {
  @Override
  public <R> R accept(QuotaClause.Visitor<R> visitor) {
    return visitor.callCost(this);
  }

  @Override
  public <R> R accept(RuleClause.Visitor<R> visitor) {
    return visitor.callCost(this);
  }

  @Override
  public <R> R accept(ContractClause.Visitor<R> visitor) {
    return visitor.callCost(this);
  }
}
