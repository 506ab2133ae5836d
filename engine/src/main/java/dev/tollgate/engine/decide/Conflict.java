package dev.tollgate.engine.decide;

import java.util.Optional;

/** A request that clashes with what happened before. Nothing has changed. */
public final class Conflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final transient Optional<Quote> quote;

  /** What it clashes with. */
  public enum Code {
    /** The request id was used with another body. */
    REQUEST_ID_REUSED("request-id-reused"),
    /** The decision that is asked for again, or to be committed, was cancelled. */
    DECISION_CANCELLED("decision-cancelled"),
    /** The decision to be cancelled, or committed otherwise, was committed. */
    DECISION_COMMITTED("decision-committed"),
    /** What the quote promised is no longer so. */
    QUOTE_CHANGED("quote-changed"),
    /** The quote was used, has ended, or belongs to another call. */
    QUOTE_NOT_VALID("quote-not-valid");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /** As answers spell it: {@code quote-changed}. */
    @Override
    public String toString() {
      return text;
    }
  }

  public Conflict(Code code, String message) {
    this(code, message, Optional.empty());
  }

  /**
   * @param quote the figures as they are now, for {@link Code#QUOTE_CHANGED}
   */
  public Conflict(Code code, String message, Optional<Quote> quote) {
    super(message);
    this.code = code;
    this.quote = quote;
  }

  public Code code() {
    return code;
  }

  public Optional<Quote> quote() {
    return quote;
  }
}
