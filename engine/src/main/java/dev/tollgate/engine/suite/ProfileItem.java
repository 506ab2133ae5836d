package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.tree.AccountItem;
import java.util.Optional;

/** A profile with one more item of a test's account. */
final class ProfileItem implements AccountItem.Visitor<StatedProfile> {

  private final StatedProfile before;
  private final Product product;

  ProfileItem(StatedProfile before, Product product) {
    this.before = before;
    this.product = product;
  }

  @Override
  public StatedProfile edition(AccountItem.Edition edition) {
    return before.withEdition(edition.name().text());
  }

  @Override
  public StatedProfile seats(AccountItem.Seats seats) {
    return before.withSeats(seats.seat().text(), seats.count().value().longValueExact());
  }

  @Override
  public StatedProfile factIs(AccountItem.FactIs factIs) {
    String fact = factIs.fact().text();
    Optional<ValueType> type = product.fact(fact).map(Product.Fact::type);
    return before.withFact(fact, factIs.value().accept(new StatedLiteral(type)));
  }

  /** Of an exact moment, its day in the product's zone. */
  @Override
  public StatedProfile signedUp(AccountItem.SignedUp signedUp) {
    return before.withSignedUp(Moments.dayOf(signedUp.point(), product.zone()));
  }

  @Override
  public StatedProfile zone(AccountItem.Zone itsZone) {
    return before.withZone(itsZone.zone().text());
  }

  /** The id is not part of a profile. */
  @Override
  public StatedProfile id(AccountItem.Id id) {
    return before;
  }
}
