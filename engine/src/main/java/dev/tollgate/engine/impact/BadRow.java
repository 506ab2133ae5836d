package dev.tollgate.engine.impact;

/** A row that nobody can make sense of. The message is one line that says what is wrong. */
public final class BadRow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int column;

  /**
   * @param column which of the row's cells it is about, from 0
   */
  public BadRow(int column, String message) {
    // A file may have millions of them, and nobody looks where they were found.
    super(message, null, false, false);
    this.column = column;
  }

  public int column() {
    return column;
  }
}
