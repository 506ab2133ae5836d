package dev.tollgate.server.http.access;

/** A tokens file from which the service cannot start; the message says the line and what to do. */
public final class UnusableTokens extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnusableTokens(String message) {
    super(message);
  }

  UnusableTokens(String message, Throwable cause) {
    super(message, cause);
  }
}
