package dev.tollgate.engine.impact;

import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.Replaying;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Accounts under one policy, to whom the calls of a log happen. For one thread at a time. */
final class World {

  /** What became of a call. */
  record Outcome(State state, String why) {

    private static final Outcome ALLOWED = new Outcome(State.ALLOWED, "");
  }

  enum State {
    ALLOWED,
    /** {@code why} is the quota. */
    DENIED,
    /** The policy does not understand the call or the account; {@code why} says what it lacks. */
    REFUSED
  }

  /** A call in flight. */
  private record Ending(Instant at, long line, Replaying.Replayed call) {}

  private final Replaying replaying;
  private final PriorityQueue<Ending> endings =
      new PriorityQueue<>(Comparator.comparing(Ending::at).thenComparing(Ending::line));
  private final Map<String, Money> money = new TreeMap<>();

  World(PolicyInForce policy, KnownAccounts accounts) {
    this.replaying = new Replaying(policy, accounts);
  }

  /** Lets a call happen, which is not earlier than the one before. */
  Outcome play(LoggedCall call) {
    endUntil(call.at());
    Replaying.Replayed replayed;
    try {
      replayed = replaying.consume(call.request(), call.at());
    } catch (InvalidRequest wrong) {
      return new Outcome(State.REFUSED, wrong.problems().get(0).message());
    } catch (NotFound unknown) {
      return new Outcome(State.REFUSED, unknown.getMessage());
    }
    if (replayed.denied().isPresent()) {
      return new Outcome(State.DENIED, replayed.denied().get());
    }
    replayed.charge().map(Charge::amount).ifPresent(this::add);
    if (!replayed.inFlight().isEmpty()) {
      endings.add(new Ending(call.end().orElseThrow(), call.line(), replayed));
    }
    return Outcome.ALLOWED;
  }

  /** Calls that end at the moment at which another comes make room for it. */
  private void endUntil(Instant moment) {
    while (!endings.isEmpty() && !endings.element().at().isAfter(moment)) {
      Ending ending = endings.remove();
      replaying.end(ending.call(), ending.at());
    }
  }

  private void add(Money amount) {
    money.merge(amount.currency(), amount, Money::plus);
  }

  /** What was billed for use so far, by currency. */
  Map<String, Money> money() {
    return money;
  }
}
