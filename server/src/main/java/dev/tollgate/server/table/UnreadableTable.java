package dev.tollgate.server.table;

/** A table of which no row can be read. The message is one line. */
public final class UnreadableTable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableTable(String message) {
    super(message);
  }
}
