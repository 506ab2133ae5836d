package dev.tollgate.engine.compile;

import dev.tollgate.grammar.tree.AddOnClause;
import java.util.ArrayList;
import java.util.List;

/** The lines of an add-on, sorted by kind. */
final class AddOnClauses implements AddOnClause.Visitor<Boolean> {

  final List<AddOnClause.For> editions = new ArrayList<>();
  final List<AddOnClause> effects = new ArrayList<>();
  final List<AddOnClause.Most> most = new ArrayList<>();
  final List<AddOnClause.NeedsCondition> needs = new ArrayList<>();
  final List<AddOnClause.NeedsAddOn> needsAddOns = new ArrayList<>();
  final List<AddOnClause.BillBought> bought = new ArrayList<>();
  final List<AddOnClause.BillUsed> used = new ArrayList<>();
  final List<AddOnClause.Priced> prices = new ArrayList<>();

  AddOnClauses(List<AddOnClause> clauses) {
    clauses.forEach(clause -> clause.accept(this));
  }

  @Override
  public Boolean forEditions(AddOnClause.For clause) {
    return editions.add(clause);
  }

  @Override
  public Boolean addsTo(AddOnClause.AddsTo clause) {
    return effects.add(clause);
  }

  @Override
  public Boolean addsEach(AddOnClause.AddsEach clause) {
    return effects.add(clause);
  }

  @Override
  public Boolean raises(AddOnClause.Raises clause) {
    return effects.add(clause);
  }

  @Override
  public Boolean sets(AddOnClause.Sets clause) {
    return effects.add(clause);
  }

  @Override
  public Boolean most(AddOnClause.Most clause) {
    return most.add(clause);
  }

  @Override
  public Boolean needsCondition(AddOnClause.NeedsCondition clause) {
    return needs.add(clause);
  }

  @Override
  public Boolean needsAddOn(AddOnClause.NeedsAddOn clause) {
    return needsAddOns.add(clause);
  }

  @Override
  public Boolean billBought(AddOnClause.BillBought clause) {
    return bought.add(clause);
  }

  @Override
  public Boolean billUsed(AddOnClause.BillUsed clause) {
    return used.add(clause);
  }

  @Override
  public Boolean priced(AddOnClause.Priced clause) {
    return prices.add(clause);
  }
}
