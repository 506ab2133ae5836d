package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;

/** A call inside a composite one of a test: `records.insert with records 20`. */
public record SubCall(Name call, List<Argument> arguments, Span span) {
  public SubCall {
    arguments = List.copyOf(arguments);
  }
}
