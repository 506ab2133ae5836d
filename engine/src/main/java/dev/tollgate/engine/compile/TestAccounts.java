package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.AccountItem;
import dev.tollgate.grammar.tree.PointInTime;

/** Judges what an account of a test has; answers whether it is right. */
final class TestAccounts implements AccountItem.Visitor<Boolean> {

  private final ProductDraft product;

  TestAccounts(ProductDraft product) {
    this.product = product;
  }

  @Override
  public Boolean edition(AccountItem.Edition edition) {
    return product.editions.find(edition.name()).isPresent();
  }

  @Override
  public Boolean seats(AccountItem.Seats seats) {
    boolean known = product.seats.find(seats.seat()).isPresent();
    return product.quantities.whole(seats.count(), "number of seats", 0, Long.MAX_VALUE).isPresent()
        && known;
  }

  @Override
  public Boolean factIs(AccountItem.FactIs factIs) {
    return product
        .facts
        .find(factIs.fact())
        .flatMap(fact -> new Literals(product, fact.name(), fact.type()).read(factIs.value()))
        .isPresent();
  }

  @Override
  public Boolean signedUp(AccountItem.SignedUp signedUp) {
    if (signedUp.point() instanceof PointInTime.Day) {
      return true;
    }
    product
        .findings()
        .add(
            DiagnosticCode.TYPES_DIFFER,
            signedUp.span(),
            "`signed up` is a date, and this is a moment");
    return false;
  }

  @Override
  public Boolean zone(AccountItem.Zone zone) {
    return new Zones(product.draft).find(zone.zone()).isPresent();
  }

  @Override
  public Boolean id(AccountItem.Id id) {
    return true;
  }
}
