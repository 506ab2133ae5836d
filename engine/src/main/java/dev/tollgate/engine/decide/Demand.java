package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.engine.ledger.CounterTerms;
import dev.tollgate.engine.ledger.Draw;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.engine.terms.Entitlement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a call asks of one quota.
 *
 * @param keys which of the quota's counters, by key
 * @param draw from which counter, under which terms, and the cost in steps
 * @param denial what is answered without room
 * @param judged false for calls in flight whose end nobody will report
 * @param priced the calls whose cost it is; none where units were asked for outright
 * @param ended whether they have ended, so that costs which are held until then are settled
 */
record Demand(
    Enforced enforced,
    Map<String, String> keys,
    Draw draw,
    Beyond.Denial denial,
    boolean judged,
    List<CallReadings> priced,
    boolean ended) {

  Demand {
    keys = Ordered.copyOf(keys);
    priced = List.copyOf(priced);
  }

  Entitlement terms() {
    return enforced.terms();
  }

  Quota quota() {
    return terms().quota();
  }

  CounterKey key() {
    return draw.key();
  }

  CounterTerms counter() {
    return draw.terms();
  }

  /** In steps, from 0. */
  long cost() {
    return draw.cost();
  }

  /** How the cost came about. */
  List<CostLine> lines() {
    List<CostLine> lines = new ArrayList<>();
    priced.forEach(call -> lines.addAll(CostTable.lines(terms(), ended, call)));
    return lines;
  }

  BigDecimal units(long steps) {
    return quota().unit().amount(steps);
  }

  /** The same of steps that may be below 0. */
  BigDecimal signedUnits(long steps) {
    return steps < 0 ? units(-steps).negate() : units(steps);
  }

  /** Whether what it counts comes back when calls end, so that nothing is used up. */
  boolean inFlight() {
    return quota().window() instanceof Window.InFlight;
  }
}
