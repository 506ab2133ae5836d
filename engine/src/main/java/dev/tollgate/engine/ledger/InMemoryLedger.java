package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A ledger that forgets everything when the process ends. A counter takes memory only while
 * something is used in it, and at most for 1,000 distinct moments; a decision for 35 days.
 *
 * @param <A> the answer to a decision
 * @param <E> the answer to a commit or a cancel
 */
public final class InMemoryLedger<A, E> implements Ledger<A, E> {

  private final Stripes stripes = new Stripes();
  private final Counters counters = new Counters(stripes);
  private final Decisions<A, E> decisions = new Decisions<>();

  @Override
  public Outcome<A> take(Take take, Function<Granted, A> answer) {
    // Every call clears away a little, so that nothing has to be cleared away for long.
    stripes.sweep(take.at().toEpochMilli());
    return stripes.alone(
        take.product(),
        take.account(),
        take.draws(),
        () -> {
          Optional<Decision<A, E>> before =
              take.request()
                  .flatMap(
                      request ->
                          decisions.answered(take.product(), take.account(), request, take.at()));
          return before.isPresent()
              ? answerAgain(before.get(), take.request().orElseThrow(), take.at())
              : decide(take, answer);
        });
  }

  @Override
  public Optional<Outcome<A>> answered(
      String product, String account, RequestId request, Instant at) {
    return decisions
        .answered(product, account, request, at)
        .map(before -> alone(before, List.of(), () -> answerAgain(before, request, at)));
  }

  @Override
  public Standing look(CounterKey key, CounterTerms terms, Instant at) {
    return stripes.alone(key, () -> counters.standing(key, terms, at.toEpochMilli()));
  }

  @Override
  public Room room(CounterKey key, CounterTerms terms, long cost, Instant at) {
    return stripes.alone(key, () -> counters.room(key, terms, cost, at.toEpochMilli()));
  }

  @Override
  public Optional<Recorded<A>> find(String decisionId, Instant at) {
    return decisions
        .find(decisionId, at)
        .map(
            decision ->
                alone(
                    decision,
                    List.of(),
                    () ->
                        new Recorded<>(
                            decision.take(), decision.answer(), decision.state(counters, at))));
  }

  @Override
  public Optional<Instant> lastDecision(String product, String account) {
    return decisions.last(product, account);
  }

  @Override
  public Ended<E> commit(Settlement settlement, Function<Settled, E> answer) {
    Optional<Decision<A, E>> found = decisions.find(settlement.decisionId(), settlement.at());
    if (found.isEmpty()) {
      return new Ended.Unknown<>();
    }
    Decision<A, E> decision = found.get();
    for (Draw draw : settlement.draws()) {
      draw.key().mustServe(decision.take().product(), decision.take().account());
    }
    return alone(decision, settlement.draws(), () -> commit(decision, settlement, answer));
  }

  @Override
  public Ended<E> cancel(String decisionId, Instant at, Function<Settled, E> answer) {
    Optional<Decision<A, E>> found = decisions.find(decisionId, at);
    if (found.isEmpty()) {
      return new Ended.Unknown<>();
    }
    Decision<A, E> decision = found.get();
    return alone(decision, List.of(), () -> cancel(decision, at, answer));
  }

  /** How many counters take memory. */
  int counters() {
    return stripes.size();
  }

  private <R> R alone(Decision<A, E> decision, List<Draw> moreDraws, Supplier<R> work) {
    Take take = decision.take();
    List<Draw> draws = new ArrayList<>(take.draws());
    draws.addAll(moreDraws);
    return stripes.alone(take.product(), take.account(), draws, work);
  }

  private Outcome<A> answerAgain(Decision<A, E> before, RequestId request, Instant at) {
    if (!before.take().request().equals(Optional.of(request))) {
      return new Outcome.Conflict<>(Outcome.Reason.REQUEST_ID_REUSED);
    }
    return before.state(counters, at) == Recorded.State.CANCELLED
        ? new Outcome.Conflict<>(Outcome.Reason.DECISION_CANCELLED)
        : new Outcome.Replayed<>(before.answer());
  }

  private Outcome<A> decide(Take take, Function<Granted, A> answer) {
    decisions.mustBeNew(take.decisionId());
    long at = take.at().toEpochMilli();
    List<Shortage> shortages = counters.shortages(take.draws(), at);
    if (!shortages.isEmpty()) {
      return new Outcome.Denied<>(counters.standings(take.draws(), at), shortages);
    }
    Taking taking = new Taking(counters, take);
    A made = taking.answer(answer);
    decisions.add(new Decision<>(take, taking.drawn(), made));
    return new Outcome.Allowed<>(made);
  }

  private Ended<E> commit(
      Decision<A, E> decision, Settlement settlement, Function<Settled, E> answer) {
    switch (decision.state(counters, settlement.at())) {
      case COMMITTED:
        return new Ended.Done<>(decision.endAnswer(answer), true);
      case CANCELLED:
        return new Ended.Conflict<>(Ended.Reason.DECISION_CANCELLED);
      default:
        Settling settling = new Settling(counters, decision, settlement);
        List<Draw> excess = settling.excess();
        List<Shortage> shortages = counters.shortages(excess, settlement.at().toEpochMilli());
        if (!shortages.isEmpty()) {
          return new Ended.Unsettled<>(
              excess, counters.standings(excess, settlement.at().toEpochMilli()), shortages);
        }
        decision.end(Recorded.State.COMMITTED, settling.settle());
        return new Ended.Done<>(decision.endAnswer(answer), false);
    }
  }

  private Ended<E> cancel(Decision<A, E> decision, Instant at, Function<Settled, E> answer) {
    switch (decision.state(counters, at)) {
      case CANCELLED:
        return new Ended.Done<>(decision.endAnswer(answer), true);
      case COMMITTED:
        return new Ended.Conflict<>(Ended.Reason.DECISION_COMMITTED);
      default:
        Settlement nothing = decision.atNothing(at);
        decision.end(Recorded.State.CANCELLED, new Settling(counters, decision, nothing).settle());
        return new Ended.Done<>(decision.endAnswer(answer), false);
    }
  }
}
