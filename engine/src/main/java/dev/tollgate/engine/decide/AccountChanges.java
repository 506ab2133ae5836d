package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Profile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes stored accounts as far as the policy in force lets them be changed. Safe for use by many
 * threads.
 */
public final class AccountChanges {

  private static final int LONGEST_ID = 200;
  private static final int LONGEST_LIST = 1_000;

  private final PolicyInForce policy;
  private final Accounts accounts;
  private final Ledger<?, ?> ledger;
  private final InstantSource clock;

  public AccountChanges(
      PolicyInForce policy, Accounts accounts, Ledger<?, ?> ledger, InstantSource clock) {
    this.policy = policy;
    this.accounts = accounts;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * States an account's profile. What is planned for later stays.
   *
   * @param profile without add-ons, which are put one by one
   * @param from when it begins to hold; empty for now
   * @throws InvalidRequest if the policy cannot read the profile or cannot count what it comes to,
   *     or {@code from} is in the past and the account has a decision at or after it
   * @throws NotFound if there is no such product
   */
  public Account putProfile(
      String product, String id, StatedProfile profile, Optional<Instant> from) {
    PolicyInForce.Snapshot snapshot = policy.current();
    Product known = snapshot.product(product);
    Problems problems = new Problems();
    checkId(id, problems);
    if (!profile.addOns().isEmpty()) {
      problems.add("/addons", "not-here", "add-ons are put one by one");
    }
    Profile read = new ProfileReader(known, problems).read(Optional.of(id), profile, "");
    Instant now = now();
    Instant begins = from.map(Intake::whole).orElse(now);
    problems.throwIfAny();
    snapshot.refuseUncountable(known, read, begins);
    return accounts.change(
        product,
        id,
        before -> {
          refusePast(product, id, begins, now);
          return changed(
              product,
              id,
              before,
              profilesBefore(begins, before).with(begins, Optional.of(profile)),
              before.map(Account::addOns).orElse(Timeline.empty()));
        });
  }

  /** Whoever comes back from a moment on at which it was not deleted yet, was never deleted. */
  private static Timeline<Optional<StatedProfile>> profilesBefore(
      Instant begins, Optional<Account> before) {
    return before
        .map(
            account ->
                account.profiles().at(begins).filter(Optional::isEmpty).isPresent()
                    ? account
                    : account.asItWas())
        .map(Account::profiles)
        .orElse(Timeline.empty());
  }

  /** Restating what a decision rests on would make that decision wrong afterwards. */
  private void refusePast(String product, String id, Instant from, Instant now) {
    Optional<Instant> last =
        ledger.lastDecision(product, id).filter(at -> from.isBefore(now) && !at.isBefore(from));
    if (last.isPresent()) {
      throw new InvalidRequest(
          List.of(
              Problem.of(
                  "/from",
                  "already-decided",
                  "this account has a decision at " + last.get() + ", which is after " + from)));
    }
  }

  /**
   * States what an account holds of an add-on from now on.
   *
   * @throws InvalidRequest if the policy does not let this account hold as much; the problem names
   *     the most it may hold
   * @throws NotFound if there is no such product, account or add-on
   */
  public Account putAddOn(String product, String id, String addOn, StatedHolding holding) {
    PolicyInForce.Snapshot snapshot = policy.current();
    Product known = snapshot.product(product);
    AddOn held = addOn(known, addOn);
    Instant now = now();
    return accounts.change(
        product,
        id,
        before -> {
          Account account = living(before, id);
          StatedProfile stated = account.at(now).orElseThrow(() -> notFound(id));
          new HoldingChange(snapshot, known, id, now).check(stated, held, holding);
          Map<String, StatedHolding> all = new LinkedHashMap<>(stated.addOns());
          all.put(addOn, holding);
          return withAddOns(account, now, all);
        });
  }

  /**
   * The account holds none of an add-on from now on.
   *
   * @throws NotFound if there is no such product, account or add-on
   */
  public Account removeAddOn(String product, String id, String addOn) {
    addOn(policy.current().product(product), addOn);
    Instant now = now();
    return accounts.change(
        product,
        id,
        before -> {
          Account account = living(before, id);
          Map<String, StatedHolding> all =
              new LinkedHashMap<>(account.addOns().at(now).orElse(Map.of()));
          all.remove(addOn);
          return withAddOns(account, now, all);
        });
  }

  /**
   * An account with its history.
   *
   * @throws NotFound if there is no such product or account
   */
  public Account get(String product, String id) {
    policy.current().product(product);
    return accounts.find(product, id).orElseThrow(() -> notFound(id));
  }

  /**
   * The same, also of an account that was deleted.
   *
   * @throws NotFound if there is no such product or there never was such an account
   */
  public Account everKnown(String product, String id) {
    policy.current().product(product);
    return accounts.everKnown(product, id).orElseThrow(() -> notFound(id));
  }

  /**
   * Accounts of a product, ascending by id.
   *
   * @param after only ids greater than this; empty for all
   * @param limit from 1 to 1,000
   * @throws NotFound if there is no such product
   */
  public List<Account> list(String product, String after, int limit) {
    policy.current().product(product);
    if (limit < 1 || limit > LONGEST_LIST) {
      throw new InvalidRequest(
          List.of(Problem.of("/limit", "out-of-range", "`limit` is 1 to " + LONGEST_LIST)));
    }
    return accounts.list(product, after, limit);
  }

  /**
   * From now on an account is unknown to whoever decides, and holds no add-ons. What it used stays
   * used, should it come back, and what it has to pay can still be asked for.
   *
   * @throws NotFound if there is no such product or account
   */
  public void delete(String product, String id) {
    PolicyInForce.Snapshot snapshot = policy.current();
    snapshot.product(product);
    Instant now = now();
    accounts.change(
        product,
        id,
        before -> {
          Account account = living(before, id);
          return changed(
              product,
              id,
              before,
              account.profiles().endingWith(now, Optional.empty()),
              account.addOns().endingWith(now, Map.of()));
        });
    snapshot.forget(product, id);
  }

  private static void checkId(String id, Problems problems) {
    boolean printable = id.codePoints().noneMatch(Character::isISOControl);
    if (id.isBlank() || id.length() > LONGEST_ID || !printable) {
      problems.add(
          "", "account-id", "an account's id has 1 to " + LONGEST_ID + " printable characters");
    }
  }

  private static AddOn addOn(Product product, String name) {
    return product
        .addOn(name)
        .orElseThrow(
            () ->
                new NotFound(
                    "add-on",
                    name,
                    NearestName.of(name, product.addOns().stream().map(AddOn::name).toList())));
  }

  private static Account living(Optional<Account> before, String id) {
    return before.filter(account -> !account.isDeleted()).orElseThrow(() -> notFound(id));
  }

  private static NotFound notFound(String id) {
    return new NotFound("account", id, Optional.empty());
  }

  private static Account withAddOns(Account account, Instant now, Map<String, StatedHolding> held) {
    return changed(
        account.product(),
        account.id(),
        Optional.of(account),
        account.profiles(),
        account.addOns().with(now, Map.copyOf(held)));
  }

  private static Account changed(
      String product,
      String id,
      Optional<Account> before,
      Timeline<Optional<StatedProfile>> profiles,
      Timeline<Map<String, StatedHolding>> addOns) {
    long version = before.map(Account::version).orElse(0L) + 1;
    return new Account(product, id, profiles, addOns, version);
  }

  private Instant now() {
    return Intake.whole(clock.instant());
  }
}
