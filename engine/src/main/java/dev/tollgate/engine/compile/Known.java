package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import java.util.Optional;

/**
 * A name that may be used somewhere.
 *
 * @param declared where the files declare it; empty for one that is part of the language
 */
record Known(String name, Optional<Span> declared) {

  static Known of(Name name) {
    return new Known(name.text(), Optional.of(name.span()));
  }

  static Known builtIn(String name) {
    return new Known(name, Optional.empty());
  }
}
