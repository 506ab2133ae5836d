package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;

/** Which editions a line is for. */
public sealed interface EditionChoice {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** Nothing was written: right only in a product without editions. */
  record Unsaid(Span span) implements EditionChoice {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unsaid(this);
    }
  }

  /** `any edition`. */
  record Every(Span span) implements EditionChoice {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.every(this);
    }
  }

  /** One or more editions by name. */
  record Named(List<Name> names, Span span) implements EditionChoice {
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

    R unsaid(Unsaid unsaid);

    R every(Every every);

    R named(Named named);
  }
}
