package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.CallSet;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import java.util.List;
import java.util.Set;

/**
 * The calls a line is about.
 *
 * @param set all of them
 * @param parts what each word of the line stands for; empty for `any call`
 * @param complete whether every word could be resolved
 */
record ChosenCalls(CallSet set, List<Part> parts, boolean complete, Span span) {

  /**
   * A word of the line.
   *
   * @param one whether it names one call rather than a group or a pattern
   */
  record Part(Name name, Set<String> calls, boolean one) {}

  boolean isEvery() {
    return parts.isEmpty();
  }
}
