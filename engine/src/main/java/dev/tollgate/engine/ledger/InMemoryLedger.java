package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A ledger that decides in memory. By itself it forgets everything when the process ends; with a
 * journal it writes down what it changes, and a {@link Restoration} goes on from there. A counter
 * takes memory only while something is used in it, and at most for 1,000 distinct moments; a
 * decision for 35 days, or until it is written down and many later ones are known.
 *
 * @param <A> the answer to a decision
 * @param <E> the answer to a commit, a cancel or an adjustment
 */
public final class InMemoryLedger<A, E> implements Ledger<A, E> {

  private final Stripes stripes;
  private final Optional<Journal<A, E>> journal;
  private final Decisions<A, E> decisions;
  private final Drift drift;

  /** A ledger that keeps nothing, for clocks that nobody sets. */
  public InMemoryLedger() {
    this(Drift.NONE);
  }

  /** A ledger that keeps nothing. */
  public InMemoryLedger(Drift drift) {
    this.stripes = new Stripes();
    this.journal = Optional.empty();
    this.decisions = new Decisions<>(Optional.empty());
    this.drift = drift;
  }

  /** A ledger that goes on with these counters. */
  InMemoryLedger(Stripes stripes, Journal<A, E> journal, Archive<A, E> archive, Drift drift) {
    this.stripes = stripes;
    this.journal = Optional.of(journal);
    this.decisions = new Decisions<>(Optional.of(new Decisions.Store<>(journal, archive)));
    this.drift = drift;
  }

  @Override
  public Outcome<A> take(Take take, Function<Granted, A> answer) {
    Counters counters = counters(take.at());
    if (take.request().isEmpty()) {
      return stripes.alone(
          take.product(), take.account(), take.draws(), () -> decide(counters, take, answer));
    }
    RequestId request = take.request().get();
    Decisions.Seen<A, E> seen =
        decisions.answered(take.product(), take.account(), request, take.at());
    return stripes.alone(
        take.product(),
        take.account(),
        take.draws(),
        () -> {
          Optional<Decision<A, E>> before =
              decisions.now(take.product(), take.account(), request, seen, take.at());
          return before.isPresent()
              ? answerAgain(counters, before.get(), request)
              : decide(counters, take, answer);
        });
  }

  @Override
  public Optional<Outcome<A>> answered(
      String product, String account, RequestId request, Instant at) {
    Decisions.Seen<A, E> seen = decisions.answered(product, account, request, at);
    return seen.decision()
        .map(
            before ->
                alone(
                    before,
                    List.of(),
                    () ->
                        decisions
                            .now(product, account, request, seen, at)
                            .map(current -> answerAgain(counters(at), current, request))))
        .orElse(Optional.empty());
  }

  @Override
  public Standing look(CounterKey key, CounterTerms terms, Instant at) {
    return stripes.alone(key, () -> counters(at).standing(key, terms));
  }

  @Override
  public Room room(CounterKey key, CounterTerms terms, long cost, Instant at) {
    return stripes.alone(key, () -> counters(at).room(key, terms, cost));
  }

  @Override
  public Optional<Recorded<A>> find(String decisionId, Instant at) {
    Decisions.Seen<A, E> seen = decisions.find(decisionId, at);
    return seen.decision()
        .map(
            decision ->
                alone(
                    decision,
                    List.of(),
                    () ->
                        decisions
                            .now(decisionId, seen, at)
                            .map(current -> recorded(counters(at), current))))
        .orElse(Optional.empty());
  }

  @Override
  public Optional<Instant> lastDecision(String product, String account) {
    return decisions.last(product, account);
  }

  @Override
  public Ended<E> commit(Settlement settlement, Function<Settled, E> answer) {
    return end(
        settlement.decisionId(),
        settlement.at(),
        settlement.draws(),
        decision -> commit(decision, settlement, answer));
  }

  @Override
  public Ended<E> cancel(String decisionId, Instant at, Function<Settled, E> answer) {
    return end(decisionId, at, List.of(), decision -> cancel(decision, at, answer));
  }

  @Override
  public Adjusted<E> adjust(Adjustment adjustment, Function<Settled, E> answer) {
    CounterKey key = adjustment.key();
    Draw draw = new Draw(key, adjustment.terms(), 0);
    return stripes.alone(
        key.product(), adjustment.account(), List.of(draw), () -> alone(adjustment, answer));
  }

  /**
   * How a counter stands, to be written down: with all entries up to the image's number that
   * concern it, and none behind.
   *
   * @throws IllegalStateException if this ledger has no journal
   */
  public CounterImage image(CounterKey key) {
    Journal<A, E> written =
        journal.orElseThrow(() -> new IllegalStateException("nothing is written down here"));
    return stripes.alone(
        key,
        () ->
            new CounterImage(
                key,
                written.appended(),
                stripes.of(key).find(key).map(Meter::pack).orElse(new byte[0])));
  }

  /** How many counters take memory. */
  int counters() {
    return stripes.size();
  }

  /** How many decisions take memory. */
  int decisions() {
    return decisions.size();
  }

  private Counters counters(Instant at) {
    return new Counters(stripes, at, drift.millisAt(at.toEpochMilli()), journal.isPresent());
  }

  private <R> R alone(Decision<A, E> decision, List<Draw> moreDraws, Supplier<R> work) {
    Take take = decision.take();
    List<Draw> draws = new ArrayList<>(take.draws());
    draws.addAll(moreDraws);
    return stripes.alone(take.product(), take.account(), draws, work);
  }

  private Recorded<A> recorded(Counters counters, Decision<A, E> decision) {
    return new Recorded<>(decision.take(), decision.answer(), decision.state(counters));
  }

  private Outcome<A> answerAgain(Counters counters, Decision<A, E> before, RequestId request) {
    if (!before.take().request().equals(Optional.of(request))) {
      return new Outcome.Conflict<>(Outcome.Reason.REQUEST_ID_REUSED);
    }
    return before.state(counters) == Recorded.State.CANCELLED
        ? new Outcome.Conflict<>(Outcome.Reason.DECISION_CANCELLED)
        : new Outcome.Replayed<>(before.answer());
  }

  private Outcome<A> decide(Counters counters, Take take, Function<Granted, A> answer) {
    decisions.mustBeNew(take.decisionId());
    List<Shortage> shortages = counters.shortages(take.draws());
    if (!shortages.isEmpty()) {
      return new Outcome.Denied<>(counters.standings(take.draws()), shortages);
    }
    journal.ifPresent(Journal::mustAccept);
    Taking taking = new Taking(counters, take);
    A made = taking.answer(answer);
    Decision<A, E> decision = new Decision<>(take, counters.drift(), taking.drawn(), made);
    if (journal.isPresent()) {
      enter(
          decision,
          new Entry.Taken<>(
              take, counters.drift(), taking.drawn(), taking.granted(), made, counters.changes()));
    }
    decisions.add(decision);
    counters.sweep(take.product(), take.account());
    return new Outcome.Allowed<>(made);
  }

  private Adjusted<E> alone(Adjustment adjustment, Function<Settled, E> answer) {
    Instant at = adjustment.at();
    // Noted even without a journal, to be undone should there be no answer.
    Counters counters = new Counters(stripes, at, drift.millisAt(at.toEpochMilli()), true);
    Adjusting adjusting = new Adjusting(counters, adjustment);
    if (adjustment.units() > adjusting.most()) {
      return new Adjusted.TooMuch<>(adjusting.most());
    }
    journal.ifPresent(Journal::mustAccept);
    Adjusting.Made<E> made = adjusting.adjust(answer);
    journal.ifPresent(
        written ->
            written.append(
                new Entry.Adjusted<>(
                    adjustment,
                    counters.drift(),
                    made.settled(),
                    made.answer(),
                    counters.changes())));
    return new Adjusted.Done<>(made.answer());
  }

  private Ended<E> end(
      String decisionId, Instant at, List<Draw> moreDraws, Function<Decision<A, E>, Ended<E>> end) {
    Decisions.Seen<A, E> seen = decisions.find(decisionId, at);
    if (seen.decision().isEmpty()) {
      return new Ended.Unknown<>();
    }
    Decision<A, E> decision = seen.decision().get();
    for (Draw draw : moreDraws) {
      draw.key().mustServe(decision.take().product(), decision.take().account());
    }
    return alone(
        decision,
        moreDraws,
        () -> decisions.now(decisionId, seen, at).map(end).orElseGet(Ended.Unknown::new));
  }

  private Ended<E> commit(
      Decision<A, E> decision, Settlement settlement, Function<Settled, E> answer) {
    Counters counters = counters(settlement.at());
    switch (decision.state(counters)) {
      case COMMITTED:
        return repeat(counters, decision, Recorded.State.COMMITTED, settlement.at(), answer);
      case CANCELLED:
        return new Ended.Conflict<>(Ended.Reason.DECISION_CANCELLED);
      default:
        Settling settling = new Settling(counters, decision, settlement);
        List<Draw> excess = settling.excess();
        List<Shortage> shortages = counters.shortages(excess);
        if (!shortages.isEmpty()) {
          return new Ended.Unsettled<>(excess, counters.standings(excess), shortages);
        }
        return settle(
            counters, decision, settling, Recorded.State.COMMITTED, settlement.at(), answer);
    }
  }

  private Ended<E> cancel(Decision<A, E> decision, Instant at, Function<Settled, E> answer) {
    Counters counters = counters(at);
    switch (decision.state(counters)) {
      case CANCELLED:
        return repeat(counters, decision, Recorded.State.CANCELLED, at, answer);
      case COMMITTED:
        return new Ended.Conflict<>(Ended.Reason.DECISION_COMMITTED);
      default:
        Settling settling = new Settling(counters, decision, decision.atNothing(at));
        return settle(counters, decision, settling, Recorded.State.CANCELLED, at, answer);
    }
  }

  private Ended<E> settle(
      Counters counters,
      Decision<A, E> decision,
      Settling settling,
      Recorded.State state,
      Instant at,
      Function<Settled, E> answer) {
    journal.ifPresent(Journal::mustAccept);
    decision.end(state, settling.settle());
    try {
      return new Ended.Done<>(decision.answerEnd(answer), false);
    } finally {
      enterEnd(counters, decision, state, at);
    }
  }

  private Ended<E> repeat(
      Counters counters,
      Decision<A, E> decision,
      Recorded.State state,
      Instant at,
      Function<Settled, E> answer) {
    if (decision.endAnswer().isPresent()) {
      return new Ended.Done<>(decision.endAnswer().get(), true);
    }
    journal.ifPresent(Journal::mustAccept);
    E made = decision.answerEnd(answer);
    enterEnd(counters, decision, state, at);
    return new Ended.Done<>(made, true);
  }

  private void enterEnd(
      Counters counters, Decision<A, E> decision, Recorded.State state, Instant at) {
    enter(
        decision,
        new Entry.Closed<>(
            decision.take(),
            decision.answer(),
            state,
            at,
            counters.drift(),
            decision.settled(),
            decision.endAnswer(),
            counters.changes()));
    decisions.changed(decision);
  }

  private void enter(Decision<A, E> decision, Entry<A, E> entry) {
    journal.ifPresent(written -> decision.entered(written.append(entry)));
  }
}
