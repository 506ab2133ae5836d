package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.NotInForce;
import dev.tollgate.engine.terms.ProfileReadings;
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

  /** Whose counters a profile without an account has: nobody's, so nothing is used in them. */
  private static final String STATED_PROFILE = "(stated in the request)";

  private final Inquiry inquiry;
  private final TermsAt terms;
  private final Instant at;
  private final Findings findings;

  private Assessor(Inquiry inquiry, TermsAt terms, Instant at, Findings findings) {
    this.inquiry = inquiry;
    this.terms = terms;
    this.at = at;
    this.findings = findings;
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
            || inquiry.calls().stream().anyMatch(times -> mayCount(quota, times.call()));
    if (asked && judges(quota)) {
      undecided.missing().forEach(attribute -> findings.missing(quota.id(), attribute));
    }
    return Optional.empty();
  }

  private boolean mayCount(Quota quota, ReadCall call) {
    return quota.counts().contains(call.name(), call.declared().isPresent())
        && quota.countsWhen().judge(readings(call)) != Truth.FALSE;
  }

  @Override
  public Optional<Demand> visitEntitlement(Entitlement entitlement) {
    Quota quota = entitlement.quota();
    List<CostLine> lines = new ArrayList<>();
    Optional<ReadCall> counted = Optional.empty();
    long cost = 0;
    CostTable table = new CostTable(entitlement, inquiry.ended(), findings);
    for (Inquiry.Times times : inquiry.calls()) {
      Costed one = table.of(readings(times.call()));
      if (one.counted()) {
        counted = counted.or(() -> Optional.of(times.call()));
        cost = add(cost, one.steps(), times);
        lines.addAll(one.lines());
      }
    }
    Optional<Long> units = Optional.ofNullable(inquiry.units().get(quota.name()));
    if (counted.isEmpty() && units.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        demand(entitlement, counted, units.orElse(cost), units.isPresent() ? List.of() : lines));
  }

  private Demand demand(
      Entitlement entitlement, Optional<ReadCall> counted, long cost, List<CostLine> lines) {
    Quota quota = entitlement.quota();
    Map<String, String> keys = judges(quota) ? keys(quota) : Map.of();
    entitlement.assumed().forEach(findings::assumed);
    CallReadings readings =
        readings(counted.orElse(new ReadCall("", Optional.empty(), Map.of(), List.of(), "")));
    Enforcement enforcement = Enforcement.of(entitlement, readings, at, findings);
    String whose = quota.scope().perAccount() ? inquiry.account().orElse(STATED_PROFILE) : "";
    return new Demand(
        entitlement,
        keys,
        new CounterKey(
            quota.product(), quota.was().orElse(quota.name()), whose, List.copyOf(keys.values())),
        enforcement.counterTerms(entitlement),
        cost,
        lines,
        enforcement.denial(),
        judges(quota));
  }

  private Map<String, String> keys(Quota quota) {
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
    return inquiry.readings(new ProfileReadings(inquiry.product(), terms.profile()), call);
  }
}
