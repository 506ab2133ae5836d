package dev.tollgate.server.http.reload;

import dev.tollgate.engine.decide.PolicyChange.Refusal;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.Severity;
import java.time.Instant;
import java.util.List;

/**
 * Rule files that were not taken into force.
 *
 * @param at when
 * @param diagnostics what there is to say about the files
 * @param conflicts what they would do to accounts that there are; empty while one of the
 *     diagnostics is an error
 */
public record RefusedPolicy(Instant at, List<Diagnostic> diagnostics, List<Refusal> conflicts) {

  public RefusedPolicy {
    diagnostics = List.copyOf(diagnostics);
    conflicts = List.copyOf(conflicts);
  }

  /** How many of the diagnostics are errors. */
  public long errors() {
    return diagnostics.stream().filter(it -> it.severity() == Severity.ERROR).count();
  }
}
