package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/**
 * A word that names something, as written and not yet resolved. A call may be named with dots
 * (`records.list`); a part of a pattern may be `*`.
 */
public record Name(String text, Span span) {

  /** Whether the name stands for several calls, as `*.create` does. */
  public boolean isPattern() {
    return text.indexOf('*') >= 0;
  }
}
