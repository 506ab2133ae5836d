package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;

/** Which calls a line is for. */
public sealed interface CallChoice {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `any call`. */
  record Every(Span span) implements CallChoice {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.every(this);
    }
  }

  /** `any other call`: those that no line above names. */
  record EveryOther(Span span) implements CallChoice {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.everyOther(this);
    }
  }

  /** Calls, groups and patterns by name; never empty. */
  record Named(List<Name> names, Span span) implements CallChoice {
    public Named {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.named(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R every(Every every);

    R everyOther(EveryOther everyOther);

    R named(Named named);
  }
}
