package dev.tollgate.server.http.reload;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.decide.PolicyChange;
import dev.tollgate.engine.decide.PolicyChange.Refusal;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticPrinter;
import dev.tollgate.grammar.diagnostic.DiagnosticPrinter.Colour;
import dev.tollgate.server.http.metric.Metrics;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiles the rule files beside the policy in force and swaps it in one step, or refuses it.
 * Thread safe; of two reloads at once, one waits for the other.
 */
public final class PolicyReload {

  private static final Logger LOG = LoggerFactory.getLogger(PolicyReload.class);

  private final Rules rules;
  private final PolicyInForce policy;
  private final PolicyChange change;
  private final InstantSource clock;
  private final Metrics metrics;
  private volatile PolicyState state;

  /** What became of the files. */
  public enum Outcome {
    /** They say what is in force already. */
    UNCHANGED,
    TAKEN,
    REFUSED
  }

  /**
   * @param warnings about the policy in force, from when it was compiled
   */
  public PolicyReload(
      Rules rules,
      PolicyInForce policy,
      PolicyChange change,
      List<Diagnostic> warnings,
      InstantSource clock,
      Metrics metrics) {
    this.rules = rules;
    this.policy = policy;
    this.change = change;
    this.clock = clock;
    this.metrics = metrics;
    this.state = new PolicyState(warnings, Optional.empty());
  }

  /** What there is to say about the rule files. */
  public PolicyState state() {
    return state;
  }

  /** Reads the rule files again, and takes them into force if nothing is wrong with them. */
  public synchronized Outcome reload() {
    Compiled compiled;
    try {
      compiled = rules.compile();
    } catch (UncheckedIOException unreadable) {
      // Files are being moved about, or a disk is away: the next change asks again.
      LOG.warn(
          "{}; the policy in force stays ({})", unreadable.getMessage(), unreadable.getCause());
      return Outcome.UNCHANGED;
    }
    Outcome outcome =
        compiled
            .policy()
            .map(it -> take(it, compiled))
            .orElseGet(() -> refuse(compiled, List.of()));
    if (outcome != Outcome.UNCHANGED) {
      metrics.reloaded(outcome == Outcome.TAKEN);
    }
    return outcome;
  }

  private Outcome take(Policy candidate, Compiled compiled) {
    if (candidate.hash().equals(policy.current().policy().hash())) {
      state = new PolicyState(compiled.diagnostics(), Optional.empty());
      return Outcome.UNCHANGED;
    }
    List<Refusal> conflicts = change.replace(candidate);
    if (!conflicts.isEmpty()) {
      return refuse(compiled, conflicts);
    }
    state = new PolicyState(compiled.diagnostics(), Optional.empty());
    LOG.info("policy {} is in force", candidate.hash());
    return Outcome.TAKEN;
  }

  private Outcome refuse(Compiled compiled, List<Refusal> conflicts) {
    RefusedPolicy refused = new RefusedPolicy(clock.instant(), compiled.diagnostics(), conflicts);
    state = new PolicyState(state.warnings(), Optional.of(refused));
    StringBuilder why = new StringBuilder();
    conflicts.forEach(
        it ->
            why.append(it.text()).append("; it has ").append(it.accounts()).append(" accounts\n"));
    LOG.error(
        "the changed rule files are refused; policy {} stays in force\n{}{}",
        policy.current().policy().hash(),
        why,
        new DiagnosticPrinter(compiled.sources(), Colour.PLAIN).print(compiled.diagnostics()));
    return Outcome.REFUSED;
  }
}
