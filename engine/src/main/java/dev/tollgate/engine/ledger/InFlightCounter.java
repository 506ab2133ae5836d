package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Units are out while their call is in flight: until it is reported to have ended, or {@code
 * millis} after it began, when it is forgotten.
 */
final class InFlightCounter implements Counter {

  private final long millis;
  // The order of insertion is the order of time, because time never goes back.
  private final Map<String, Portion> callsByDecision;
  private long used;
  private long billed;

  InFlightCounter(long millis) {
    this(millis, new LinkedHashMap<>());
  }

  private InFlightCounter(long millis, Map<String, Portion> callsByDecision) {
    this.millis = millis;
    this.callsByDecision = callsByDecision;
  }

  @Override
  public boolean counts(Window window) {
    return window instanceof Window.InFlight other && other.forgottenAfterMillis() == millis;
  }

  @Override
  public Form form() {
    return Form.IN_FLIGHT;
  }

  @Override
  public Usage usage(CounterTerms terms, long now) {
    long stillUsed = used;
    long stillBilled = billed;
    for (Portion call : callsByDecision.values()) {
      if (!forgotten(call, now)) {
        break;
      }
      stillUsed -= call.units();
      stillBilled -= call.billed();
    }
    return Usage.of(stillUsed, stillBilled);
  }

  @Override
  public Optional<NextReturn> nextReturn(CounterTerms terms, long now) {
    return callsByDecision.values().stream()
        .filter(call -> !forgotten(call, now))
        .findFirst()
        .map(oldest -> oldest.moment() + millis)
        .map(
            moment ->
                new NextReturn(
                    Instant.ofEpochMilli(moment),
                    usage(terms, now).used() - usage(terms, moment).used()));
  }

  @Override
  public OptionalLong whenBack(CounterTerms terms, long units, long now) {
    long back = 0;
    for (Portion call : callsByDecision.values()) {
      back += forgotten(call, now) ? 0 : call.units();
      if (back >= units) {
        return OptionalLong.of(call.moment() + millis);
      }
    }
    return OptionalLong.empty();
  }

  @Override
  public void add(CounterTerms terms, Portion portion) {
    forget(portion.moment());
    callsByDecision.merge(portion.decisionId(), portion, Portion::with);
    count(portion.units(), portion.billed());
  }

  @Override
  public Portion giveBack(Portion portion, long now) {
    forget(now);
    if (callsByDecision.containsKey(portion.decisionId())) {
      Portion rest = callsByDecision.get(portion.decisionId()).without(portion);
      if (rest.units() == 0) {
        callsByDecision.remove(portion.decisionId());
      } else {
        callsByDecision.put(portion.decisionId(), rest);
      }
      count(-portion.units(), -portion.billed());
    }
    return portion;
  }

  /** A call in flight ends; it is not adjusted. */
  @Override
  public long refundable(CounterTerms terms, List<Portion> held, long now) {
    return 0;
  }

  @Override
  public List<Portion> refund(CounterTerms terms, long units, List<Portion> held, long now) {
    throw new IllegalArgumentException(units + " units of calls in flight");
  }

  @Override
  public long quietSince(CounterTerms terms, long now) {
    return now - millis + 1;
  }

  @Override
  public long mattersSince(long now) {
    return now - millis + 1;
  }

  @Override
  public boolean idle(long now) {
    return callsByDecision.values().stream().allMatch(call -> forgotten(call, now));
  }

  @Override
  public Counter copy() {
    InFlightCounter copy = new InFlightCounter(millis, new LinkedHashMap<>(callsByDecision));
    copy.used = used;
    copy.billed = billed;
    return copy;
  }

  @Override
  public void pack(Packing to) {
    to.number(millis).list(List.copyOf(callsByDecision.values()), PackedTerms::portion);
  }

  static InFlightCounter unpack(Unpacking from) {
    InFlightCounter counter = new InFlightCounter(from.number());
    for (Portion call : from.list(PackedTerms::readPortion)) {
      counter.callsByDecision.put(call.decisionId(), call);
      counter.count(call.units(), call.billed());
    }
    return counter;
  }

  private void forget(long now) {
    Iterator<Portion> oldestFirst = callsByDecision.values().iterator();
    while (oldestFirst.hasNext()) {
      Portion call = oldestFirst.next();
      if (!forgotten(call, now)) {
        return;
      }
      count(-call.units(), -call.billed());
      oldestFirst.remove();
    }
  }

  private boolean forgotten(Portion call, long now) {
    return now >= call.moment() + millis;
  }

  private void count(long moreUsed, long moreBilled) {
    used += moreUsed;
    billed += moreBilled;
  }
}
