package dev.tollgate.grammar.diagnostic;

/** What a fault is about: the first digit of its code. A warning stands in the band of its kind. */
public enum Band {
  TEXT("the text"),
  NAMES("names"),
  QUANTITIES("units, types and quantities"),
  MEANING("meaning"),
  DIFFERENCE("differences between two policies");

  private final String title;

  Band(String title) {
    this.title = title;
  }

  /** What the faults of the band are about, for a heading. */
  public String title() {
    return title;
  }
}
