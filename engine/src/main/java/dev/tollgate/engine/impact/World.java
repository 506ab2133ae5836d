package dev.tollgate.engine.impact;

import dev.tollgate.engine.decide.Charge;
import dev.tollgate.engine.decide.Commit;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Drift;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.Restoration;
import dev.tollgate.engine.policy.Policy;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * A service of its own under one policy, whose clock follows a log: the real decider on a real
 * ledger. For one thread at a time.
 */
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
  private record Ending(Instant at, String decision) {}

  private final Decider decider;
  private final OpenDecisions open = new OpenDecisions();
  private final PriorityQueue<Ending> endings =
      new PriorityQueue<>(Comparator.comparing(Ending::at).thenComparing(Ending::decision));
  private final Map<String, Money> money = new TreeMap<>();
  private Instant now = Instant.EPOCH;

  World(Policy policy, KnownAccounts accounts) {
    Ledger<Remembered, Settlement> ledger = new Restoration().ledger(open, open, Drift.NONE);
    this.decider = new Decider(new PolicyInForce(policy, now), accounts, ledger, () -> now);
  }

  /** Lets a call happen, which is not earlier than the one before. */
  Outcome play(LoggedCall call) {
    endUntil(call.at());
    now = call.at();
    open.next(call.end().isPresent());
    Decision decision;
    try {
      decision = decider.consume(call.request());
    } catch (InvalidRequest wrong) {
      return new Outcome(State.REFUSED, wrong.problems().get(0).message());
    } catch (NotFound unknown) {
      return new Outcome(State.REFUSED, unknown.getMessage());
    }
    add(decision.charge());
    if (!decision.allowed()) {
      return new Outcome(State.DENIED, decision.denied().orElseThrow().quota());
    }
    call.end().ifPresent(end -> endings.add(new Ending(end, decision.decisionId().orElseThrow())));
    return Outcome.ALLOWED;
  }

  /** Calls that end at the moment at which another comes make room for it. */
  private void endUntil(Instant moment) {
    while (!endings.isEmpty() && !endings.element().at().isAfter(moment)) {
      Ending ending = endings.remove();
      now = ending.at();
      add(decider.commit(ending.decision(), new Commit.AsDecided()).charge());
    }
  }

  private void add(Optional<Charge> charge) {
    charge
        .map(Charge::amount)
        .ifPresent(amount -> money.merge(amount.currency(), amount, Money::plus));
  }

  /** What was billed for use so far, by currency. */
  Map<String, Money> money() {
    return money;
  }
}
