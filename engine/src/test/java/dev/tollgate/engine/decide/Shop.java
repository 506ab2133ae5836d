package dev.tollgate.engine.decide;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.compile.Samples;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that decides, in memory, at a moment that the test sets. */
final class Shop {

  final SettableClock clock = new SettableClock("2026-01-01T10:00:00Z");
  final Ledger<Remembered, Settlement> ledger = new InMemoryLedger<>();
  final Accounts accounts = new InMemoryAccounts();
  final PolicyInForce policy;
  final Decider decider;
  final AccountChanges changes;

  private final String product;

  private Shop(String product, Policy policy) {
    this.product = product;
    this.policy = new PolicyInForce(policy, clock.instant());
    this.decider = new Decider(this.policy, accounts, ledger, clock);
    this.changes = new AccountChanges(this.policy, accounts, ledger, clock);
  }

  /** The CRM of the samples, without the add-ons, rules and contracts of other files. */
  static Shop crm() {
    List<SourceText> crm =
        Samples.folder().sources().stream()
            .filter(source -> source.name().endsWith("crm.toll"))
            .toList();
    return new Shop("crm", compile(crm));
  }

  /** One product, {@code p}, of which only the inside is written. */
  static Shop selling(String inside) {
    return new Shop("p", policy(inside));
  }

  static Policy policy(String inside) {
    return policy(inside, "");
  }

  /** The same with what stands beside the product, such as contracts. */
  static Policy policy(String inside, String beside) {
    String text = "product p {\nzone UTC\n" + inside + "\n}\n" + beside;
    return compile(List.of(SourceText.of("p.toll", text)));
  }

  private static Policy compile(List<SourceText> sources) {
    Compiled compiled = Compiler.compile(sources);
    return compiled
        .policy()
        .orElseThrow(() -> new AssertionError("does not compile: " + compiled.diagnostics()));
  }

  /** An account that is there from now on. */
  Shop with(String account, StatedProfile profile) {
    changes.putProfile(product, account, profile, Optional.empty());
    return this;
  }

  Decision consume(String account, AskedCall call) {
    return decider.consume(request(account, call));
  }

  /** Consumes units outright. */
  Decision consume(String account, String quota, long units) {
    return decider.consumeUnits(
        UnitsRequest.of(product, account, Map.of(quota, BigDecimal.valueOf(units))));
  }

  Decision check(String account, AskedCall call) {
    return decider.check(request(account, call));
  }

  Quote quote(String account, AskedCall call, long times) {
    return decider.quote(quoteRequest(account, call, times));
  }

  QuoteRequest quoteRequest(String account, AskedCall call, long times) {
    QuoteRequest.Line line = new QuoteRequest.Line(call, times);
    QuoteRequest request = QuoteRequest.of(product, Asker.stored(account), List.of(line));
    return product.equals("crm") ? request.withKey("app", "zapier") : request;
  }

  CallRequest request(String account, AskedCall call) {
    CallRequest request = CallRequest.of(product, Asker.stored(account), call);
    return product.equals("crm") ? request.withKey("app", "zapier") : request;
  }

  /** How a quota stands for an account, asked for with a call that it counts. */
  QuotaState standing(String account, String quota, AskedCall call) {
    return state(check(account, call), quota);
  }

  static QuotaState state(Decision decision, String quota) {
    return decision.quotas().stream()
        .filter(state -> state.quota().equals(quota))
        .findFirst()
        .orElseThrow(() -> new AssertionError(quota + " is not among " + decision.quotas()));
  }
}
