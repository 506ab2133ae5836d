package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.grammar.tree.AccountItem;
import java.time.ZoneId;

/** A profile with one more item of a test's account. */
final class ProfileItem implements AccountItem.Visitor<StatedProfile> {

  private final StatedProfile before;
  private final ZoneId zone;

  /**
   * @param zone where the day of an exact moment of sign-up is taken from
   */
  ProfileItem(StatedProfile before, ZoneId zone) {
    this.before = before;
    this.zone = zone;
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
    return before.withFact(factIs.fact().text(), factIs.value().accept(new StatedLiteral()));
  }

  @Override
  public StatedProfile signedUp(AccountItem.SignedUp signedUp) {
    return before.withSignedUp(Moments.dayOf(signedUp.point(), zone));
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
