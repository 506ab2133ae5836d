package dev.tollgate.engine.compile;

import dev.tollgate.grammar.tree.CallCost;
import dev.tollgate.grammar.tree.QuotaClause;
import java.util.ArrayList;
import java.util.List;

/** The lines of a quota or of one of its versions, sorted by kind. */
final class QuotaClauses implements QuotaClause.Visitor<Boolean> {

  final List<QuotaClause.Counts> counts = new ArrayList<>();
  final List<QuotaClause.Per> pers = new ArrayList<>();
  final List<QuotaClause.Turns> windows = new ArrayList<>();
  final List<QuotaClause.Allot> allotments = new ArrayList<>();
  final List<CallCost> costs = new ArrayList<>();
  final List<QuotaClause.FailedCalls> failedCalls = new ArrayList<>();
  final List<QuotaClause.WarnAt> warnings = new ArrayList<>();
  final List<QuotaClause.Was> oldNames = new ArrayList<>();
  final List<QuotaClause.RestartsAt> restarts = new ArrayList<>();
  final List<QuotaClause> beyond = new ArrayList<>();
  final List<QuotaClause.Version> versions = new ArrayList<>();
  final List<QuotaClause.Grandfather> grandfathers = new ArrayList<>();

  QuotaClauses(List<QuotaClause> clauses) {
    clauses.forEach(clause -> clause.accept(this));
  }

  @Override
  public Boolean counts(QuotaClause.Counts clause) {
    return counts.add(clause);
  }

  @Override
  public Boolean per(QuotaClause.Per clause) {
    return pers.add(clause);
  }

  @Override
  public Boolean turns(QuotaClause.Turns clause) {
    return windows.add(clause);
  }

  @Override
  public Boolean allot(QuotaClause.Allot clause) {
    return allotments.add(clause);
  }

  @Override
  public Boolean callCost(CallCost clause) {
    return costs.add(clause);
  }

  @Override
  public Boolean failedCalls(QuotaClause.FailedCalls clause) {
    return failedCalls.add(clause);
  }

  @Override
  public Boolean warnAt(QuotaClause.WarnAt clause) {
    return warnings.add(clause);
  }

  @Override
  public Boolean was(QuotaClause.Was clause) {
    return oldNames.add(clause);
  }

  @Override
  public Boolean restartsAt(QuotaClause.RestartsAt clause) {
    return restarts.add(clause);
  }

  @Override
  public Boolean deny(QuotaClause.Deny clause) {
    return beyond.add(clause);
  }

  @Override
  public Boolean allowMore(QuotaClause.AllowMore clause) {
    return beyond.add(clause);
  }

  @Override
  public Boolean allowAndReport(QuotaClause.AllowAndReport clause) {
    return beyond.add(clause);
  }

  @Override
  public Boolean version(QuotaClause.Version clause) {
    return versions.add(clause);
  }

  @Override
  public Boolean grandfather(QuotaClause.Grandfather clause) {
    return grandfathers.add(clause);
  }
}
