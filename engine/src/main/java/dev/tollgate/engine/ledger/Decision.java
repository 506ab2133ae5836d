package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** An allowed decision and its end. Only for the holder of its account's stripe. */
final class Decision<A, E> {

  private final Take take;
  private final OptionalLong expires;
  private final List<Drawn> drawn;
  private final A answer;
  private Recorded.State state = Recorded.State.OPEN;
  private Optional<Settled> settled = Optional.empty();
  private Optional<E> endAnswer = Optional.empty();
  private volatile long lastEntry;

  /**
   * @param drift the wall clock minus steady time when it was made
   */
  Decision(Take take, long drift, List<Drawn> drawn, A answer) {
    this.take = take;
    this.expires =
        take.expires().isPresent()
            ? OptionalLong.of(take.expires().get().toEpochMilli() - drift)
            : OptionalLong.empty();
    this.drawn = List.copyOf(drawn);
    this.answer = answer;
  }

  /** As it was written down. */
  static <A, E> Decision<A, E> of(Archived<A, E> archived) {
    Decision<A, E> decision =
        new Decision<>(archived.take(), archived.drift(), archived.drawn(), archived.answer());
    if (archived.end().isPresent()) {
      Archived.End<E> end = archived.end().get();
      decision.end(end.state(), end.settled());
      decision.endAnswer = end.answer();
    }
    return decision;
  }

  Take take() {
    return take;
  }

  /** When this is a hold: until when, in steady time. */
  OptionalLong expires() {
    return expires;
  }

  List<Drawn> drawn() {
    return drawn;
  }

  A answer() {
    return answer;
  }

  /** What became of it, by the clocks of its counters. */
  Recorded.State state(Counters counters) {
    return state == Recorded.State.OPEN && expired(counters) ? Recorded.State.EXPIRED : state;
  }

  /** The settlement of a cancel. */
  Settlement atNothing(Instant at) {
    List<Draw> nothing =
        drawn.stream().map(one -> new Draw(one.key(), one.draw().terms(), 0)).toList();
    return new Settlement(take.decisionId(), at, nothing);
  }

  void end(Recorded.State committedOrCancelled, Settled howItSettled) {
    state = committedOrCancelled;
    settled = Optional.of(howItSettled);
  }

  /** What its end changed; only when it has ended. */
  Settled settled() {
    return settled.orElseThrow();
  }

  /** The answer to its end; empty when there is none yet. */
  Optional<E> endAnswer() {
    return endAnswer;
  }

  /** Makes the first answer to its end. */
  E answerEnd(Function<Settled, E> make) {
    endAnswer = Optional.of(make.apply(settled()));
    return endAnswer.get();
  }

  /** The number of the last entry about it. */
  long lastEntry() {
    return lastEntry;
  }

  void entered(long number) {
    lastEntry = number;
  }

  private boolean expired(Counters counters) {
    return expires.isPresent()
        && (counters.reached(expires.getAsLong())
            || drawn.stream().anyMatch(one -> counters.expired(one.draw(), expires.getAsLong())));
  }
}
