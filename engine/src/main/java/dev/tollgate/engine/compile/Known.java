package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import java.util.Optional;

/**
 * A name that may be used somewhere.
 *
 * @param declared where the files declare it; empty for one that is part of the language
 * @param thing what it stands for: `users` for `user` as well
 */
record Known(String name, Optional<Span> declared, Object thing) {

  static Known of(Name name) {
    return new Known(name.text(), Optional.of(name.span()), name.text());
  }

  static Known builtIn(String name) {
    return new Known(name, Optional.empty(), name);
  }
}
