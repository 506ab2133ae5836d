package dev.tollgate.server.http;

import dev.tollgate.engine.book.AccountBook;
import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.Adjustments;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.PolicyChange;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.server.http.endpoint.DecisionGuard;
import dev.tollgate.server.http.metric.Metrics;
import dev.tollgate.server.http.reload.PolicyReload;
import dev.tollgate.server.http.reload.Rules;
import dev.tollgate.server.store.Store;
import java.time.InstantSource;

/** What the endpoints of one service share. */
record Service(
    PolicyInForce policy,
    PolicyChange change,
    PolicyReload reload,
    Decider decider,
    AccountChanges accounts,
    AccountBook book,
    Adjustments adjustments,
    DecisionGuard decisions,
    Store store,
    Metrics metrics,
    InstantSource clock) {

  /**
   * A service that goes on from what a store knows.
   *
   * @param compiled of {@code rules}
   * @param first the policy that came of it
   */
  static Service of(Rules rules, Compiled compiled, Policy first, Store store) {
    InstantSource clock = store.clock();
    PolicyInForce policy = new PolicyInForce(first, clock.instant(), store.prices()::inForce);
    PolicyChange change = new PolicyChange(policy, store.accounts(), clock);
    Metrics metrics = new Metrics();
    metrics.watch(store::state);
    AccountChanges accounts = new AccountChanges(policy, store.accounts(), store.ledger(), clock);
    return new Service(
        policy,
        change,
        new PolicyReload(rules, policy, change, compiled.diagnostics(), clock, metrics),
        new Decider(policy, store.accounts(), store.ledger(), store.quotes(), clock),
        accounts,
        new AccountBook(policy, accounts, store.records(), clock),
        new Adjustments(
            policy, store.accounts(), store.ledger(), store.adjustmentRequests(), clock),
        new DecisionGuard(store.ledger(), clock),
        store,
        metrics,
        clock);
  }
}
