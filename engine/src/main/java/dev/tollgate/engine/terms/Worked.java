package dev.tollgate.engine.terms;

/**
 * An amount worked out for an account.
 *
 * @param text the formula with the account's numbers in it: {@code 250 × 3 users}
 */
record Worked(Exact value, String text, Form form) {

  /** Beside which signs a formula needs parentheses. */
  enum Form {
    /** A number or a product: beside none. */
    TERM,
    /** A sum: beside {@code ×} and {@code ÷}. */
    SUM,
    /** A choice, or a division with its rounding: beside {@code +} too. */
    PHRASE
  }

  /** The text where it stands in a sum. */
  String summand() {
    return form == Form.PHRASE ? "(" + text + ")" : text;
  }

  /** The text where it stands beside any other sign. */
  String operand() {
    return form == Form.TERM ? text : "(" + text + ")";
  }
}
