package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.engine.ledger.CounterTerms;
import dev.tollgate.engine.ledger.Draw;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.engine.terms.Entitlement;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call asks of one quota.
 *
 * @param keys which of the quota's counters, by key
 * @param cost in steps, from 0
 * @param lines how the cost came about
 * @param denial what is answered without room
 * @param judged false for calls in flight whose end nobody will report
 */
record Demand(
    Entitlement terms,
    Map<String, String> keys,
    CounterKey key,
    CounterTerms counter,
    long cost,
    List<CostLine> lines,
    Beyond.Denial denial,
    boolean judged) {

  Demand {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    lines = List.copyOf(lines);
  }

  /** The same under other terms of the quota. */
  Demand under(Entitlement others) {
    return new Demand(others, keys, key, counter, cost, lines, denial, judged);
  }

  Quota quota() {
    return terms.quota();
  }

  Draw draw() {
    return new Draw(key, counter, cost);
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
