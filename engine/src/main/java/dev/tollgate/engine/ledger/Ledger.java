package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers what was consumed and when. It judges numbers only: what a call costs and which terms
 * apply is decided before.
 *
 * <p>Safe for use by many threads. The functions that make answers are called while the account is
 * locked, so that of two equal requests one decides and the other gets its answer; they must be
 * quick and must not call the ledger. When the one of a decision throws, nothing has changed; when
 * the one of a commit or cancel throws, that is done and its repetition asks for the answer again.
 * A ledger that writes down what it does throws {@link StoreUnreachable} before anything changes
 * when it cannot.
 *
 * <p>Moments are whole milliseconds; what is finer is cut off. The time of a counter never goes
 * back: a moment before the last one at which it changed is treated as that last one. All accounts
 * live by one clock: what is over by the moment of one account's call may be forgotten for all.
 *
 * @param <A> the answer to a decision, remembered for replays
 * @param <E> the answer to a commit or a cancel, remembered for repetitions, or to an adjustment
 */
public interface Ledger<A, E> {

  /**
   * Consumes all draws, or none.
   *
   * <p>An allowed request with an id is remembered for 24 hours; a denied one is decided afresh.
   *
   * @param answer makes the answer of an allowed decision
   * @throws IllegalArgumentException if the decision id was used by one of the latest decisions;
   *     for all older ones it is up to whoever makes ids that they are new
   */
  Outcome<A> take(Take take, Function<Granted, A> answer);

  /**
   * What a request that was allowed before is answered now, without deciding anything: its answer
   * again, or a conflict; empty when none with this id was allowed within 24 hours.
   */
  Optional<Outcome<A>> answered(String product, String account, RequestId request, Instant at);

  /**
   * How a counter stands, without changing anything.
   *
   * @param at now or later; for a later moment no calls are assumed until then
   */
  Standing look(CounterKey key, CounterTerms terms, Instant at);

  /**
   * The earliest moment, at {@code at} or later, at which this counter has room for {@code cost} if
   * nothing else happens and the terms stay.
   *
   * @param cost in steps, from 0
   */
  Room room(CounterKey key, CounterTerms terms, long cost, Instant at);

  /** The decision with this id; empty when none was allowed, or more than 35 days ago. */
  Optional<Recorded<A>> find(String decisionId, Instant at);

  /**
   * The moment of the last decision that was allowed for an account; empty when there was none.
   * What an account was at that moment or before cannot be stated otherwise any more.
   */
  Optional<Instant> lastDecision(String product, String account);

  /**
   * Ends a call at what it cost in the end and ends its calls in flight.
   *
   * <p>Where it cost less, the rest goes back to the moment of the decision, billed units first.
   * Where it cost more, the excess is decided now. The commit of an expired hold is a new decision
   * now. Ending calls in flight that are already forgotten has no effect.
   *
   * @param answer makes the answer of a commit that is done
   */
  Ended<E> commit(Settlement settlement, Function<Settled, E> answer);

  /**
   * The call did not happen: gives everything back to the moment of the decision.
   *
   * @param answer makes the answer of a cancel that is done
   */
  Ended<E> cancel(String decisionId, Instant at, Function<Settled, E> answer);

  /**
   * Gives back what an account has used of one counter, or consumes from it, on its own.
   *
   * <p>What is given back is taken off its days as by a cancel. What is consumed is marked included
   * or billed as that of a call, and belongs to the day of now.
   *
   * @param answer makes the answer of an adjustment that is done; when it throws, nothing has
   *     changed
   */
  Adjusted<E> adjust(Adjustment adjustment, Function<Settled, E> answer);
}
