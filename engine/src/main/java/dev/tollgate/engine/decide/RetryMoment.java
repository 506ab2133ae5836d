package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds the earliest moment at which every quota has room for a call if nothing else happens. Terms
 * that are known to change, by a date in the policy or in the account's planned history, are walked
 * stretch by stretch, up to 400 days ahead.
 */
final class RetryMoment {

  private static final Duration HORIZON = Duration.ofDays(400);

  private final Looking looking;

  RetryMoment(Looking looking) {
    this.looking = looking;
  }

  /** When a call that has no room at the question's moment would have it. */
  Retry of(Question question) {
    Instant horizon = question.at().plus(HORIZON);
    Instant from = question.at();
    Optional<Demands> demands = Optional.of(question.demands());
    while (demands.isPresent()) {
      Within within = new Within(Optional.of(from), false);
      for (Demand demand : demands.get().judged()) {
        within = looking.room(demand, question.inline(), from).accept(within);
      }
      Instant until = until(demands.get(), from);
      if (within.all().filter(at -> at.isBefore(until) && !at.isAfter(horizon)).isPresent()) {
        return within.waitsForCalls() ? new Retry.Unknown() : at(within.all().get(), question.at());
      }
      if (until.isAfter(horizon)) {
        return new Retry.Never();
      }
      from = until;
      demands = question.demandsOf(question.subject(), from);
    }
    // From here on the terms depend on something that nobody stated.
    return new Retry.Unknown();
  }

  private static Instant until(Demands demands, Instant from) {
    return demands.judged().stream()
        .flatMap(
            demand -> Enforcement.nextChange(demand.quota(), from, demand.terms().zone()).stream())
        .reduce(demands.until(), (one, other) -> one.isBefore(other) ? one : other);
  }

  private static Retry at(Instant at, Instant now) {
    Duration wait = Duration.between(now, at);
    long seconds = wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0);
    return new Retry.At(at, seconds);
  }

  /**
   * What is known of all quotas so far within a stretch of equal terms.
   *
   * @param all the earliest moment at which each has room, calls in flight aside; empty when one
   *     never has
   */
  private record Within(Optional<Instant> all, boolean waitsForCalls)
      implements Room.Visitor<Within> {

    @Override
    public Within visitAt(Room.At at) {
      Optional<Instant> later =
          all.map(known -> known.isAfter(at.instant()) ? known : at.instant());
      return new Within(later, waitsForCalls);
    }

    @Override
    public Within visitNever(Room.Never never) {
      return new Within(Optional.empty(), waitsForCalls);
    }

    @Override
    public Within visitWhenCallsEnd(Room.WhenCallsEnd whenCallsEnd) {
      return new Within(all, true);
    }
  }
}
