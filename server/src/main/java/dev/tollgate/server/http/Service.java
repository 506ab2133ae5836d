package dev.tollgate.server.http;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.Accounts;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.InMemoryAccounts;
import dev.tollgate.engine.decide.PolicyChange;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.server.http.endpoint.DecisionGuard;
import dev.tollgate.server.http.metric.Metrics;
import dev.tollgate.server.http.reload.PolicyReload;
import dev.tollgate.server.http.reload.Rules;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What the endpoints of one service share. */
record Service(
    PolicyInForce policy,
    PolicyChange change,
    PolicyReload reload,
    Decider decider,
    AccountChanges accounts,
    DecisionGuard decisions,
    Metrics metrics,
    InstantSource clock) {

  /**
   * A service that keeps everything in memory.
   *
   * @param compiled of {@code rules}
   * @param first the policy that came of it
   * @param time what time it is; moments here are whole milliseconds, and what is finer is cut off
   */
  static Service inMemory(Rules rules, Compiled compiled, Policy first, InstantSource time) {
    InstantSource clock = () -> time.instant().truncatedTo(ChronoUnit.MILLIS);
    PolicyInForce policy = new PolicyInForce(first, clock.instant());
    Accounts accounts = new InMemoryAccounts();
    Ledger<Remembered, Settlement> ledger = new InMemoryLedger<>();
    PolicyChange change = new PolicyChange(policy, accounts, clock);
    Metrics metrics = new Metrics();
    return new Service(
        policy,
        change,
        new PolicyReload(rules, policy, change, compiled.diagnostics(), clock, metrics),
        new Decider(policy, accounts, ledger, clock),
        new AccountChanges(policy, accounts, ledger, clock),
        new DecisionGuard(ledger, clock),
        metrics,
        clock);
  }
}
