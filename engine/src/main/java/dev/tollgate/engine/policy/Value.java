package dev.tollgate.engine.policy;

/**
 * A value of a fact, a seat, a parameter or a key, as conditions compare it: a word, or a whole
 * number of the smallest steps of its type.
 */
public sealed interface Value {

  Value YES = new Word("yes");
  Value NO = new Word("no");

  /** Text, a choice, `yes` or `no`, an edition, a zone, a channel. */
  record Word(String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A count, a date (days since 1970-01-01), or steps of a unit, of money or of a percentage. */
  record Number(long steps) implements Value {
    @Override
    public String toString() {
      return Long.toString(steps);
    }
  }

  static Value word(String text) {
    return new Word(text);
  }

  static Value number(long steps) {
    return new Number(steps);
  }

  static Value yesOrNo(boolean yes) {
    return yes ? YES : NO;
  }
}
