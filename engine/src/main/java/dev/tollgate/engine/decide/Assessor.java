package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Draw;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.NotInForce;
import dev.tollgate.engine.terms.Resolved;
import dev.tollgate.engine.terms.Undecided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out what an inquiry asks of every quota. For use once, by one thread. */
final class Assessor implements Resolved.Visitor<Optional<Demand>> {

  private final Inquiry inquiry;
  private final TermsAt terms;
  private final Instant at;
  private final Findings findings;
  private final List<CallReadings> calls;

  private Assessor(Inquiry inquiry, TermsAt terms, Instant at, Findings findings) {
    this.inquiry = inquiry;
    this.terms = terms;
    this.at = at;
    this.findings = findings;
    this.calls = readings();
  }

  private List<CallReadings> readings() {
    if (inquiry.calls().size() == 1) {
      return List.of(readings(inquiry.calls().get(0).call()));
    }
    return inquiry.calls().stream().map(times -> readings(times.call())).toList();
  }

  /** The demands at a moment; incomplete when the findings have problems. */
  static Demands assess(Inquiry inquiry, TermsAt terms, Instant at, Findings findings) {
    Assessor assessor = new Assessor(inquiry, terms, at, findings);
    List<Demand> demands = new ArrayList<>();
    for (Resolved resolved : terms.quotas()) {
      resolved.accept(assessor).ifPresent(demands::add);
    }
    return new Demands(demands, findings.assumed(), terms.until());
  }

  @Override
  public Optional<Demand> visitNotInForce(NotInForce notInForce) {
    return Optional.empty();
  }

  @Override
  public Optional<Demand> visitUndecided(Undecided undecided) {
    Quota quota = undecided.quota();
    boolean asked =
        inquiry.units().containsKey(quota.name())
            || calls.stream().anyMatch(call -> mayCount(quota, call));
    if (asked && judges(quota)) {
      undecided.missing().forEach(attribute -> findings.missing(quota.id(), attribute));
    }
    return Optional.empty();
  }

  private static boolean mayCount(Quota quota, CallReadings readings) {
    ReadCall call = readings.call();
    return quota.counts().contains(call.name(), call.declared().isPresent())
        && quota.countsWhen().judge(readings) != Truth.FALSE;
  }

  @Override
  public Optional<Demand> visitEntitlement(Entitlement entitlement) {
    Quota quota = entitlement.quota();
    List<CallReadings> counted = List.of();
    long cost = 0;
    CostTable table = new CostTable(entitlement, inquiry.ended(), findings);
    for (int i = 0; i < calls.size(); i++) {
      Costed one = table.of(calls.get(i));
      if (one.counted()) {
        counted = with(counted, calls.get(i));
        cost = add(cost, one.steps(), inquiry.calls().get(i));
      }
    }
    Optional<Long> units = Optional.ofNullable(inquiry.units().get(quota.name()));
    if (units.isPresent()) {
      CallReadings first = counted.isEmpty() ? readings(ReadCall.NONE) : counted.get(0);
      return Optional.of(demand(entitlement, first, List.of(), units.get()));
    }
    return counted.isEmpty()
        ? Optional.empty()
        : Optional.of(demand(entitlement, counted.get(0), counted, cost));
  }

  private static List<CallReadings> with(List<CallReadings> some, CallReadings one) {
    if (some.isEmpty()) {
      return List.of(one);
    }
    List<CallReadings> more = new ArrayList<>(some);
    more.add(one);
    return more;
  }

  private Demand demand(
      Entitlement entitlement, CallReadings call, List<CallReadings> priced, long cost) {
    Quota quota = entitlement.quota();
    Map<String, String> keys = judges(quota) ? keys(quota) : Map.of();
    entitlement.assumed().forEach(findings::assumed);
    Enforced enforced = terms.enforced(entitlement);
    Enforcement enforcement = enforced.enforcement(call, at, findings);
    return new Demand(
        enforced,
        keys,
        new Draw(
            enforced.key(inquiry.account(), List.copyOf(keys.values())),
            enforcement.counter(),
            cost),
        enforcement.denial(),
        judges(quota),
        priced,
        inquiry.ended());
  }

  private Map<String, String> keys(Quota quota) {
    if (quota.scope().keys().isEmpty()) {
      return Map.of();
    }
    Map<String, String> keys = new LinkedHashMap<>();
    for (String key : quota.scope().keys()) {
      String value = inquiry.keys().get(key);
      if (value == null) {
        findings
            .problems()
            .missing(
                Problems.pointer("/keys", key),
                "key",
                quota.id() + " is counted per `" + key + "`, which the request does not state");
      } else {
        keys.put(key, value);
      }
    }
    return keys;
  }

  private boolean judges(Quota quota) {
    return inquiry.inFlight() || !(quota.window() instanceof Window.InFlight);
  }

  private long add(long sum, long each, Inquiry.Times times) {
    try {
      long more = Math.addExact(sum, Math.multiplyExact(each, times.times()));
      if (more < Unit.UNLIMITED) {
        return more;
      }
    } catch (ArithmeticException overflow) {
      // Reported below, like a sum that only just fits.
    }
    findings
        .problems()
        .add(times.call().pointer() + "/times", "too-large", "the cost is too large to count");
    return sum;
  }

  private CallReadings readings(ReadCall call) {
    return inquiry.readings(terms.readings(), call);
  }
}
