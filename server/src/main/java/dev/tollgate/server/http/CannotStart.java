package dev.tollgate.server.http;

/** Why a service does not start; the message says what to do about it. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1;

  CannotStart(String message) {
    super(message);
  }

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
