package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Recorded;
import dev.tollgate.engine.policy.Product;
import java.time.Instant;
import java.util.Optional;

/** Looks up the terms under which a decided call ends. */
final class EndedCalls {

  private final PolicyInForce policy;
  private final Accounts accounts;

  EndedCalls(PolicyInForce policy, Accounts accounts) {
    this.policy = policy;
    this.accounts = accounts;
  }

  /**
   * The call of a decision that ends now.
   *
   * @throws NotFound if its product or account is gone
   */
  EndedCall of(Recorded<Remembered> recorded, Instant now) {
    Remembered remembered = recorded.answer();
    PolicyInForce.Snapshot snapshot = policy.current();
    Product product = snapshot.product(remembered.product());
    Account account =
        accounts
            .everKnown(product.name(), remembered.account())
            .map(Account::asItWas)
            .orElseThrow(() -> new NotFound("account", remembered.account(), Optional.empty()));
    return new EndedCall(recorded, snapshot.subject(product, account), now);
  }
}
