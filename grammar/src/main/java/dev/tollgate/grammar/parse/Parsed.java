package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.tree.SourceTree;
import java.util.List;

/**
 * What became of a text: a tree of its sound clauses and what is wrong with the rest.
 *
 * @param diagnostics in the order of their places; no errors among them means that the whole text
 *     is in the tree
 */
public record Parsed(SourceTree tree, List<Diagnostic> diagnostics) {

  public Parsed {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether something could not be read as it stands. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(found -> found.severity() == Severity.ERROR);
  }
}
