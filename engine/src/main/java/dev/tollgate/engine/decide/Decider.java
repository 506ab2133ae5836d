package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Ledger;
import java.time.InstantSource;
import java.util.List;

/**
 * Answers every question about calls. One of these serves a whole process; it is safe for use by
 * many threads.
 *
 * <p>A request that is wrong throws {@link InvalidRequest} with everything that is wrong with it,
 * one about an unknown product, account or decision {@link NotFound}; then nothing has been
 * counted.
 */
public final class Decider {

  private final PolicyInForce policy;
  private final Accounts accounts;
  private final Ledger<Remembered, Settlement> ledger;
  private final InstantSource clock;

  public Decider(
      PolicyInForce policy,
      Accounts accounts,
      Ledger<Remembered, Settlement> ledger,
      InstantSource clock) {
    this.policy = policy;
    this.accounts = accounts;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Everything that is wrong with a request for {@link #check}; empty when it can be answered. For
   * whoever validates many requests before the first is decided.
   */
  public List<Problem> problemsOfCheck(CallRequest request) {
    throw new UnsupportedOperationException("being written");
  }

  /** The same for {@link #consume}, which takes neither an inline account nor {@code at}. */
  public List<Problem> problemsOfConsume(CallRequest request) {
    throw new UnsupportedOperationException("being written");
  }

  public List<Problem> problemsOfQuote(QuoteRequest request) {
    throw new UnsupportedOperationException("being written");
  }

  public List<Problem> problemsOfExplain(ExplainRequest request) {
    throw new UnsupportedOperationException("being written");
  }

  /** Whether a call would be allowed. Consumes nothing. */
  public Decision check(CallRequest request) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Decides a call; when it is allowed, its cost is consumed from all quotas together.
   *
   * @throws Conflict if the request id or the quote id cannot be used for it
   */
  public Decision consume(CallRequest request) {
    throw new UnsupportedOperationException("being written");
  }

  /** What calls and purchases would cost. Consumes nothing. */
  public Quote quote(QuoteRequest request) {
    throw new UnsupportedOperationException("being written");
  }

  /** Where an account's terms come from. */
  public Explanation explain(ExplainRequest request) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Ends a call at what it cost in the end, and its calls in flight.
   *
   * @throws Conflict if the decision was cancelled
   */
  public Settlement commit(String decisionId, Commit commit) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * The call did not happen: everything is given back.
   *
   * @throws Conflict if the decision was committed
   */
  public Settlement cancel(String decisionId) {
    throw new UnsupportedOperationException("being written");
  }
}
