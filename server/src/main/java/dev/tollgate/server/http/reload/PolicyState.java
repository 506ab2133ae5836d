package dev.tollgate.server.http.reload;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say about the rule files.
 *
 * @param warnings about the policy in force
 * @param refused the newer files, when they could not be taken into force
 */
public record PolicyState(List<Diagnostic> warnings, Optional<RefusedPolicy> refused) {

  public PolicyState {
    warnings = List.copyOf(warnings);
  }
}
