package dev.tollgate.server.command;

import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.Accounts;
import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.InMemoryAccounts;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.server.http.BrokenRules;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Whom and when a question of the command line is about, and who answers it. Nothing has been
 * consumed before it, and nothing outlasts the answer.
 */
record Question(Decider decider, Asker asker, Instant at, String whom) {

  /**
   * @throws NotFound if the rules have no such product
   * @throws BadUsage if an option or the rule files cannot be read
   * @throws BrokenRules if the rule files have errors
   */
  static Question of(
      String productName,
      ProfileOptions options,
      Optional<String> time,
      RulesOption rules,
      Surroundings surroundings) {
    Policy policy = RuleFiles.policy(rules.folder(), surroundings);
    return of(policy, productName, options, time, surroundings);
  }

  /**
   * A question to any policy.
   *
   * @throws NotFound if the policy has no such product
   * @throws BadUsage if an option cannot be read
   */
  static Question of(
      Policy policy,
      String productName,
      ProfileOptions options,
      Optional<String> time,
      Surroundings surroundings) {
    Product product = product(policy, productName);
    StatedProfile profile = options.profile();
    Instant at =
        time.map(text -> Moments.of("--at", text, zone(profile, product)))
            .orElseGet(surroundings.clock()::instant);
    // The moment asked about is the present of a process that knows nothing else.
    InstantSource present = InstantSource.fixed(at);
    PolicyInForce inForce = new PolicyInForce(policy, at);
    Accounts accounts = new InMemoryAccounts();
    Ledger<Remembered, Settlement> ledger = new InMemoryLedger<>();
    AccountChanges changes = new AccountChanges(inForce, accounts, ledger, present);
    Asker asker =
        options
            .account()
            .map(id -> stored(changes, productName, id, profile))
            .orElseGet(() -> Asker.inline(profile));
    Decider decider = new Decider(inForce, accounts, ledger, present);
    return new Question(decider, asker, at, Whom.of(options.account(), profile, product));
  }

  private static Product product(Policy policy, String name) {
    return policy
        .product(name)
        .orElseThrow(
            () -> new NotFound("product", name, NearestName.of(name, policy.products().keySet())));
  }

  /** An account that becomes at this moment what the options say, as far as the rules allow it. */
  private static Asker stored(
      AccountChanges changes, String product, String id, StatedProfile profile) {
    changes.putProfile(product, id, profile.withAddOns(Map.of()), Optional.empty());
    profile.addOns().forEach((addOn, held) -> changes.putAddOn(product, id, addOn, held));
    return Asker.stored(id);
  }

  /** A zone that does not exist is for the engine to refuse, with the name that was meant. */
  private static ZoneId zone(StatedProfile profile, Product product) {
    try {
      return profile.zone().map(ZoneId::of).orElse(product.zone());
    } catch (DateTimeException unknown) {
      return product.zone();
    }
  }
}
