package dev.tollgate.engine.coverage;

/**
 * A clause of the policy in its author's words.
 *
 * @param text on one line
 */
record Clause(String text) {

  private static final int LONGEST = 60;

  /** A title for a test of something that the clause says. */
  String title(Item item) {
    String plain = text.replace('"', '\'');
    String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST - 1) + "..." : plain;
    return cut.replace(Draft.EXPECTED, "") + ": " + item.what();
  }
}
