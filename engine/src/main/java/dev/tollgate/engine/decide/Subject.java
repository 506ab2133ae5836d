package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Holding;
import dev.tollgate.engine.terms.Profile;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Whoever asks, with the terms of every moment. Safe for use by many threads.
 *
 * <p>Most questions are asked about now, so the terms of the latest such moment are remembered as
 * long as they hold. A subject is of one policy and of one state of the account: another of either
 * is another subject.
 */
final class Subject {

  private final PolicyInForce.Snapshot snapshot;
  private final Product product;
  private final Optional<Account> stored;
  private final Optional<String> account;
  private final Function<Instant, Optional<Profile>> profiles;
  private final boolean asStored;
  private volatile Optional<TermsAt> latest = Optional.empty();

  private Subject(
      PolicyInForce.Snapshot snapshot,
      Product product,
      Optional<Account> stored,
      Function<Instant, Optional<Profile>> profiles,
      boolean asStored) {
    this.snapshot = snapshot;
    this.product = product;
    this.stored = stored;
    this.account = stored.map(Account::id);
    this.profiles = profiles;
    this.asStored = asStored;
  }

  /**
   * An account that the service knows. What the policy does not ask for any more is passed over.
   *
   * @throws InvalidRequest (from the methods that ask for a moment) if the policy cannot read what
   *     is stored
   */
  static Subject stored(PolicyInForce.Snapshot snapshot, Product product, Account account) {
    return new Subject(
        snapshot,
        product,
        Optional.of(account),
        at -> account.at(at).map(stated -> StoredProfile.read(product, account.id(), stated)),
        true);
  }

  /** A profile that the request states; it never changes. */
  static Subject inline(PolicyInForce.Snapshot snapshot, Product product, Profile profile) {
    return new Subject(snapshot, product, Optional.empty(), at -> Optional.of(profile), false);
  }

  /** Whether this is an account as it is now. */
  boolean is(Account account) {
    return stored.filter(known -> known == account || known.equals(account)).isPresent();
  }

  Product product() {
    return product;
  }

  PolicyInForce.Snapshot snapshot() {
    return snapshot;
  }

  Optional<String> account() {
    return account;
  }

  /** The profile at a moment; empty before the account's first. */
  Optional<Profile> profile(Instant at) {
    return profiles.apply(at);
  }

  /** The terms of this moment; empty before the account's first profile. */
  Optional<TermsAt> termsNow(Instant now) {
    Optional<TermsAt> known = latest;
    if (known.isPresent() && known.get().holds(now)) {
      return known;
    }
    Optional<TermsAt> read =
        profile(now).map(profile -> terms(snapshot.termsNow(product, profile, now), now));
    if (asStored) {
      latest = read;
    }
    return read;
  }

  /** The terms of any moment; empty before the account's first profile. */
  Optional<TermsAt> termsAt(Instant at) {
    Optional<TermsAt> known = latest;
    return known.isPresent() && known.get().holds(at)
        ? known
        : profile(at).map(profile -> terms(snapshot.termsAt(product, profile, at), at));
  }

  private TermsAt terms(ProfileTerms terms, Instant at) {
    return new TermsAt(terms, at, plannedChange(at));
  }

  /** When what is stored of the account changes next, as far as it is planned. */
  Optional<Instant> plannedChange(Instant at) {
    return stored.flatMap(account -> account.nextChangeAfter(at));
  }

  /** The same in another edition. */
  Subject inEdition(String edition) {
    return changed(
        profile ->
            new Profile(
                profile.account(),
                edition,
                profile.seats(),
                profile.facts(),
                profile.signedUp(),
                profile.zone(),
                profile.addOns()));
  }

  /** The same holding more add-ons, or other amounts of them. */
  Subject holding(Map<String, Holding> more) {
    return changed(
        profile -> {
          Map<String, Holding> held = new HashMap<>(profile.addOns());
          held.putAll(more);
          return profile.holding(held);
        });
  }

  /** What somebody comes to who is not as stored must not be remembered. */
  private Subject changed(UnaryOperator<Profile> change) {
    return new Subject(snapshot, product, stored, at -> profile(at).map(change), false);
  }
}
