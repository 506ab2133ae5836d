package dev.tollgate.engine.compile;

import dev.tollgate.grammar.tree.ProductClause;
import java.util.ArrayList;
import java.util.List;

/** The lines of a product, sorted by kind. */
final class ProductClauses implements ProductClause.Visitor<Boolean> {

  final List<ProductClause.Zone> zones = new ArrayList<>();
  final List<ProductClause.Unit> units = new ArrayList<>();
  final List<ProductClause.Seat> seats = new ArrayList<>();
  final List<ProductClause.Fact> facts = new ArrayList<>();
  final List<ProductClause.Keys> keys = new ArrayList<>();
  final List<ProductClause.Edition> editions = new ArrayList<>();
  final List<ProductClause.Calls> calls = new ArrayList<>();
  final List<ProductClause.CallsOpen> open = new ArrayList<>();
  final List<ProductClause.CallGroup> groups = new ArrayList<>();
  final List<ProductClause.Quota> quotas = new ArrayList<>();
  final List<ProductClause.AddOn> addOns = new ArrayList<>();

  ProductClauses(List<ProductClause> clauses) {
    clauses.forEach(clause -> clause.accept(this));
  }

  @Override
  public Boolean zone(ProductClause.Zone clause) {
    return zones.add(clause);
  }

  @Override
  public Boolean unit(ProductClause.Unit clause) {
    return units.add(clause);
  }

  @Override
  public Boolean seat(ProductClause.Seat clause) {
    return seats.add(clause);
  }

  @Override
  public Boolean fact(ProductClause.Fact clause) {
    return facts.add(clause);
  }

  @Override
  public Boolean keys(ProductClause.Keys clause) {
    return keys.add(clause);
  }

  @Override
  public Boolean edition(ProductClause.Edition clause) {
    return editions.add(clause);
  }

  @Override
  public Boolean calls(ProductClause.Calls clause) {
    return calls.add(clause);
  }

  @Override
  public Boolean callsOpen(ProductClause.CallsOpen clause) {
    return open.add(clause);
  }

  @Override
  public Boolean callGroup(ProductClause.CallGroup clause) {
    return groups.add(clause);
  }

  @Override
  public Boolean quota(ProductClause.Quota clause) {
    return quotas.add(clause);
  }

  @Override
  public Boolean addOn(ProductClause.AddOn clause) {
    return addOns.add(clause);
  }
}
