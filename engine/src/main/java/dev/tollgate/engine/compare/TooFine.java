package dev.tollgate.engine.compare;

/** A function whose pattern is too long to be worked with exactly; the message says how long. */
public final class TooFine extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooFine(String message) {
    super(message);
  }
}
