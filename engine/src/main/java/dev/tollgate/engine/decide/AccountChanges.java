package dev.tollgate.engine.decide;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Changes stored accounts as far as the policy in force lets them be changed. */
public final class AccountChanges {

  private final PolicyInForce policy;
  private final Accounts accounts;
  private final InstantSource clock;

  public AccountChanges(PolicyInForce policy, Accounts accounts, InstantSource clock) {
    this.policy = policy;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * States an account's profile.
   *
   * @param profile without add-ons, which are put one by one
   * @param from when it begins to hold; empty for now
   * @throws InvalidRequest if the policy cannot read the profile, or {@code from} is in the past
   *     and the account has a decision at or after it
   * @throws NotFound if there is no such product
   */
  public Account putProfile(
      String product, String id, StatedProfile profile, Optional<Instant> from) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * States what an account holds of an add-on from now on.
   *
   * @throws InvalidRequest if the policy does not let this account hold as much; the problem names
   *     the most it may hold
   * @throws NotFound if there is no such product, account or add-on
   */
  public Account putAddOn(String product, String id, String addOn, StatedHolding holding) {
    throw new UnsupportedOperationException("being written");
  }

  /** The account holds none of an add-on from now on. */
  public Account removeAddOn(String product, String id, String addOn) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * @throws NotFound if there is no such product or account
   */
  public Account get(String product, String id) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Accounts of a product, ascending by id.
   *
   * @param after only ids greater than this; empty for all
   * @param limit from 1 to 1,000
   * @throws NotFound if there is no such product
   */
  public List<Account> list(String product, String after, int limit) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * @throws NotFound if there is no such product or account
   */
  public void delete(String product, String id) {
    throw new UnsupportedOperationException("being written");
  }
}
