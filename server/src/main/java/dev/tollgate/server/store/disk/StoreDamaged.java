package dev.tollgate.server.store.disk;

/** Something on disk is not what was written there. */
public final class StoreDamaged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreDamaged(String message) {
    super(message);
  }

  StoreDamaged(String message, Throwable cause) {
    super(message, cause);
  }
}
