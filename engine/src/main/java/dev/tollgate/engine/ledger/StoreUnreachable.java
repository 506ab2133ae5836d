package dev.tollgate.engine.ledger;

/** Nothing can be written down now. Nothing has changed and it may be tried again. */
public final class StoreUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message why, for whoever runs the service
   */
  public StoreUnreachable(String message) {
    super(message);
  }

  public StoreUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
