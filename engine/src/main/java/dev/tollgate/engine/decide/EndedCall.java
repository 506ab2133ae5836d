package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.engine.ledger.Draw;
import dev.tollgate.engine.ledger.Recorded;
import dev.tollgate.engine.ledger.Settled;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.Resolved;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decided call that ends now: what it cost in the end, and what that changes. */
final class EndedCall {

  private final Recorded<Remembered> recorded;
  private final Subject subject;
  private final Instant now;
  private final Map<CounterKey, Demand> counters = new LinkedHashMap<>();

  EndedCall(Recorded<Remembered> recorded, Subject subject, Instant now) {
    this.recorded = recorded;
    this.subject = subject;
    this.now = now;
    // What was drawn from then, under the terms of now: for limits, units and prices in the answer.
    Map<String, Long> drawn = new LinkedHashMap<>();
    for (Draw draw : recorded.take().draws()) {
      quotaOf(draw.key()).ifPresent(quota -> drawn.put(quota, draw.cost()));
    }
    demands(drawn, new Problems()).judged().forEach(demand -> counters.put(demand.key(), demand));
  }

  /**
   * What the ledger has to settle; counters that are absent settle as decided.
   *
   * @throws InvalidRequest if the commit cannot be read
   */
  List<Draw> draws(Commit commit) {
    if (commit instanceof Commit.AsDecided) {
      return List.of();
    }
    Problems problems = new Problems();
    Map<String, Long> units = units(commit, problems);
    problems.throwIfAny();
    Demands demands = demands(units, problems);
    problems.throwIfAny();
    demands.judged().forEach(demand -> counters.put(demand.key(), demand));
    return demands.draws();
  }

  private Map<String, Long> units(Commit commit, Problems problems) {
    if (commit instanceof Commit.WithCost withCost) {
      return Intake.units(subject.product(), withCost.cost(), "/cost", problems);
    }
    if (commit instanceof Commit.WithParams withParams) {
      return priced(withParams, problems);
    }
    if (commit instanceof Commit.Failed) {
      return freeWhenFailed();
    }
    throw new IllegalStateException("unknown form of " + commit);
  }

  /** What the call costs with other parameters, by the cost lines of the moment it was decided. */
  private Map<String, Long> priced(Commit.WithParams commit, Problems problems) {
    AskedCall asked = recorded.answer().call();
    for (Map.Entry<String, Stated> param : commit.params().entrySet()) {
      asked = asked.with(param.getKey(), param.getValue());
    }
    List<Inquiry.Times> calls =
        new CallReader(subject.product(), problems)
            .read(asked, "").map(call -> new Inquiry.Times(call, 1)).stream().toList();
    Findings findings = new Findings(subject.product(), false, problems);
    Instant then = recorded.take().at();
    // A slot in flight ends whatever its call cost; a call that took none need not state its keys.
    Demands demands = Assessor.assess(inquiry(calls, Map.of(), false), terms(then), then, findings);
    Map<String, Long> units = new LinkedHashMap<>();
    demands.judged().forEach(demand -> units.put(demand.quota().name(), demand.cost()));
    return units;
  }

  private Map<String, Long> freeWhenFailed() {
    Map<String, Long> units = new LinkedHashMap<>();
    for (Resolved resolved : terms(recorded.take().at()).quotas()) {
      if (resolved instanceof Entitlement entitlement && !entitlement.failedCallsCost()) {
        recorded.take().draws().stream()
            .filter(draw -> quotaOf(draw.key()).filter(resolved.quota().name()::equals).isPresent())
            .forEach(draw -> units.put(resolved.quota().name(), 0L));
      }
    }
    return units;
  }

  private Demands demands(Map<String, Long> units, Problems problems) {
    Findings findings = new Findings(subject.product(), false, problems);
    return Assessor.assess(inquiry(List.of(), units, true), terms(now), now, findings);
  }

  private Inquiry inquiry(List<Inquiry.Times> calls, Map<String, Long> units, boolean inFlight) {
    Remembered remembered = recorded.answer();
    return new Inquiry(
        subject.product(),
        subject.account(),
        calls,
        units,
        remembered.keys(),
        remembered.channel(),
        inFlight,
        true);
  }

  private TermsAt terms(Instant at) {
    return subject
        .termsAt(at)
        .orElseThrow(() -> new NotFound("account", recorded.answer().account(), Optional.empty()));
  }

  private Optional<String> quotaOf(CounterKey key) {
    Product product = subject.product();
    return product.quotas().stream()
        .filter(quota -> quota.was().orElse(quota.name()).equals(key.quota()))
        .map(quota -> quota.name())
        .findFirst();
  }

  /** The answer to an end that is done. */
  Settlement answer(Settlement.Outcome outcome, Settled settled) {
    Map<String, BigDecimal> cost = new LinkedHashMap<>();
    List<QuotaState> states = new ArrayList<>();
    List<Consumed> consumed = new ArrayList<>();
    List<Charge.Line> lines = new ArrayList<>();
    for (Settled.Change change : settled.changes()) {
      Optional.ofNullable(counters.get(change.key()))
          .ifPresent(
              demand -> {
                if (!demand.inFlight()) {
                  cost.put(demand.quota().name(), demand.units(change.settled()));
                  change
                      .booked()
                      .forEach(
                          it ->
                              consumed.add(
                                  Consumed.of(demand, it.day(), it.included(), it.billed())));
                }
                states.add(
                    QuotaStates.state(
                        demand,
                        Optional.of(change.after()),
                        Optional.empty(),
                        QuotaStates.warned(demand, change.crossed())));
                lines.addAll(Charges.lines(demand, change.days()));
              });
    }
    return new Settlement(
        id(),
        outcome,
        true,
        now,
        cost,
        Optional.empty(),
        Consumed.sum(consumed),
        Charges.sum(lines),
        states,
        false);
  }

  /** The answer to a commit whose excess has no room: the decision stays as it was. */
  Settlement unsettled(CounterKey key, long missing) {
    Optional<BigDecimal> shortBy =
        Optional.ofNullable(counters.get(key)).map(demand -> demand.units(missing));
    return new Settlement(
        id(),
        Settlement.Outcome.HELD,
        false,
        now,
        recorded.answer().decision().cost(),
        shortBy,
        List.of(),
        Optional.empty(),
        List.of(),
        false);
  }

  private String id() {
    return recorded.take().decisionId();
  }
}
