package dev.tollgate.server.command;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.Accounts;
import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.InMemoryAccounts;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.decide.Timeline;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Whom and when a question of the command line is about, and who answers it. Nothing has been
 * consumed before it, and nothing outlasts the answer.
 */
record Question(Decider decider, Asker asker, StatedProfile profile, Instant at) {

  /**
   * @param product the name in the question, whether there is such a product or not
   * @throws BadUsage if an option or the rule files cannot be read
   * @throws BrokenRules if the rule files have errors
   */
  static Question of(
      String product,
      ProfileOptions whom,
      Optional<String> time,
      RulesOption rules,
      Surroundings surroundings) {
    StatedProfile profile = whom.profile();
    Policy policy = RuleFiles.policy(rules.folder(), surroundings);
    Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    ZoneId zone = zone(profile, policy.product(product));
    Instant at = time.map(text -> Moments.of("--at", text, zone)).orElse(now);
    Accounts accounts = new InMemoryAccounts();
    Asker asker =
        whom.account()
            .map(id -> stored(accounts, product, id, profile))
            .orElseGet(() -> Asker.inline(profile));
    // The moment asked about is the present of a process that knows nothing else.
    InstantSource then = InstantSource.fixed(at);
    Decider decider =
        new Decider(new PolicyInForce(policy, at), accounts, new InMemoryLedger<>(), then);
    return new Question(decider, asker, profile, at);
  }

  /** An account that has always been as the options say, so that any moment can be asked about. */
  private static Asker stored(Accounts accounts, String product, String id, StatedProfile profile) {
    Account account =
        new Account(
            product,
            id,
            Timeline.<StatedProfile>empty().with(Instant.MIN, profile),
            Timeline.empty(),
            1);
    accounts.change(product, id, before -> account);
    return Asker.stored(id);
  }

  /** A zone that does not exist is for the engine to refuse, with the name that was meant. */
  private static ZoneId zone(StatedProfile profile, Optional<Product> product) {
    ZoneId ofProduct = product.map(Product::zone).orElse(ZoneOffset.UTC);
    try {
      return profile.zone().map(ZoneId::of).orElse(ofProduct);
    } catch (DateTimeException unknown) {
      return ofProduct;
    }
  }
}
