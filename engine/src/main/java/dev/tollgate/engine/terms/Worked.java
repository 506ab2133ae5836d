package dev.tollgate.engine.terms;

/**
 * An amount worked out for an account.
 *
 * @param text the formula with the account's numbers in it: {@code 250 × 3 users}
 * @param compound whether the text needs parentheses beside {@code ×} and {@code ÷}
 */
record Worked(Exact value, String text, boolean compound) {

  /** The text where it stands beside another sign. */
  String operand() {
    return compound ? "(" + text + ")" : text;
  }
}
