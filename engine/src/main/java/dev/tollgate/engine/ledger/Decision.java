package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An allowed decision and its end. Only for the holder of its account's stripe. */
final class Decision<A, E> {

  private final Take take;
  private final List<Drawn> drawn;
  private final A answer;
  private Recorded.State state = Recorded.State.OPEN;
  private Optional<Settled> settled = Optional.empty();
  private Optional<E> endAnswer = Optional.empty();

  Decision(Take take, List<Drawn> drawn, A answer) {
    this.take = take;
    this.drawn = List.copyOf(drawn);
    this.answer = answer;
  }

  Take take() {
    return take;
  }

  List<Drawn> drawn() {
    return drawn;
  }

  A answer() {
    return answer;
  }

  /** What became of it, by the clocks of its counters. */
  Recorded.State state(Counters counters, Instant at) {
    return state == Recorded.State.OPEN && expired(counters, at) ? Recorded.State.EXPIRED : state;
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

  /** The first answer to the end; {@code make} makes it when there is none yet. */
  E endAnswer(Function<Settled, E> make) {
    if (endAnswer.isEmpty()) {
      endAnswer = Optional.of(make.apply(settled.orElseThrow()));
    }
    return endAnswer.get();
  }

  private boolean expired(Counters counters, Instant at) {
    if (take.expires().isEmpty()) {
      return false;
    }
    long expires = take.expires().get().toEpochMilli();
    return at.toEpochMilli() >= expires
        || drawn.stream().anyMatch(one -> counters.now(one.draw(), at.toEpochMilli()) >= expires);
  }
}
