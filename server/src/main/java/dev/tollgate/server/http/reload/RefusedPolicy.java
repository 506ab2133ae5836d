package dev.tollgate.server.http.reload;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.Severity;
import java.time.Instant;
import java.util.List;

/**
 * Rule files that were not taken into force.
 *
 * @param at when
 * @param diagnostics why; at least one is an error
 */
public record RefusedPolicy(Instant at, List<Diagnostic> diagnostics) {

  public RefusedPolicy {
    diagnostics = List.copyOf(diagnostics);
  }

  /** How many of the diagnostics are errors. */
  public long errors() {
    return diagnostics.stream().filter(it -> it.severity() == Severity.ERROR).count();
  }
}
