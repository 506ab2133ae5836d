package dev.tollgate.engine.decide;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Lets a consume go through only with the figures that its quote promised. */
final class QuoteUse implements BiConsumer<Question, Decision> {

  private final OpenQuotes quotes;
  private final String quoteId;
  private final Instant now;

  QuoteUse(OpenQuotes quotes, String quoteId, Instant now) {
    this.quotes = quotes;
    this.quoteId = quoteId;
    this.now = now;
  }

  /** The figures are not those of the quote any more. */
  static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Changed(String quoteId) {
      super("quote " + quoteId + " has changed: these are the new figures", null, false, false);
    }
  }

  /**
   * Does nothing when the units are those of the quote, whether they have room or not; a quote that
   * cannot be used is told of later, unless the call turns out to be answered already.
   *
   * @throws Changed if they are not
   */
  void refuseOtherUnits(Question question) {
    find(question)
        .filter(promise -> !promise.cost().equals(question.demands().cost()))
        .ifPresent(
            changed -> {
              throw new Changed(quoteId);
            });
  }

  /**
   * Makes use of the quote.
   *
   * @throws Changed if units, billed units or money have changed
   * @throws Conflict if the quote has ended, was used, or is for another call
   */
  @Override
  public void accept(Question question, Decision decision) {
    OpenQuotes.Promise promise = find(question).orElseThrow(this::notValid);
    if (!promise.promises(decision.cost(), decision.charge())) {
      throw new Changed(quoteId);
    }
    if (!quotes.redeem(promise)) {
      throw notValid();
    }
  }

  private Optional<OpenQuotes.Promise> find(Question question) {
    return quotes
        .find(quoteId, now)
        .filter(found -> found.call().equals(QuotedCall.of(question.inquiry())));
  }

  private Conflict notValid() {
    return new Conflict(
        Conflict.Code.QUOTE_NOT_VALID,
        "quote " + quoteId + " has ended, was used, or is for another call: ask for a new one");
  }
}
