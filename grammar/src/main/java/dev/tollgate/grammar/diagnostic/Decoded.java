package dev.tollgate.grammar.diagnostic;

/** What became of the bytes of a file. */
public sealed interface Decoded {

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** They are a text. */
  record Text(SourceText source) implements Decoded {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** They are not a text, and this is why. */
  record Refused(Diagnostic diagnostic) implements Decoded {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R text(Text text);

    R refused(Refused refused);
  }
}
