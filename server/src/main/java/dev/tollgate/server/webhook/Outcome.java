package dev.tollgate.server.webhook;

/** What became of an attempt to tell a receiver. */
enum Outcome {
  DELIVERED("delivered"),
  /** It is tried again. */
  FAILED("failed"),
  /** It failed for so long that it is left out. */
  GIVEN_UP("given-up");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
