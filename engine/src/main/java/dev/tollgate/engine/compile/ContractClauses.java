package dev.tollgate.engine.compile;

import dev.tollgate.grammar.tree.CallCost;
import dev.tollgate.grammar.tree.ContractClause;
import java.util.ArrayList;
import java.util.List;

/** The lines of a contract, sorted by kind. */
final class ContractClauses implements ContractClause.Visitor<Boolean> {

  final List<ContractClause.InForce> periods = new ArrayList<>();
  final List<ContractClause.Allot> allotments = new ArrayList<>();
  final List<ContractClause.KeepGreater> keepGreater = new ArrayList<>();
  final List<CallCost> costs = new ArrayList<>();

  ContractClauses(List<ContractClause> clauses) {
    clauses.forEach(clause -> clause.accept(this));
  }

  @Override
  public Boolean inForce(ContractClause.InForce clause) {
    return periods.add(clause);
  }

  @Override
  public Boolean allot(ContractClause.Allot clause) {
    return allotments.add(clause);
  }

  @Override
  public Boolean keepGreater(ContractClause.KeepGreater clause) {
    return keepGreater.add(clause);
  }

  @Override
  public Boolean callCost(CallCost clause) {
    return costs.add(clause);
  }
}
