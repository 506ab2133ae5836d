package dev.tollgate.engine.terms;

import static dev.tollgate.engine.terms.Draft.allot;
import static dev.tollgate.engine.terms.Draft.at;
import static dev.tollgate.engine.terms.Draft.base;
import static dev.tollgate.engine.terms.Draft.limit;
import static dev.tollgate.engine.terms.Draft.number;
import static dev.tollgate.engine.terms.Draft.version;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The API credits of a Desk-style product, built by hand. */
final class Desk {

  static final List<String> EDITIONS =
      List.of("free", "express", "standard", "professional", "enterprise", "bundle");

  static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  private Desk() {}

  static final Amount OLD_LIMIT = new Amount.FactValue("old_daily_limit", at(20));

  static final Condition PAID_BEFORE =
      Draft.all(Draft.word("paid", "yes"), Draft.signedUpBefore("2025-10-30"));

  static final Product PRODUCT = product(Optional.empty(), Value.number(0));

  static Product product(Optional<Stretch.Bound> keptUntil, Value... oldLimitUnlessStated) {
    List<Allotment> credits =
        List.of(
            allot("free", limit(number(5_000, 24)), 24),
            allot("express", limit(base(25_000, 100, "agent", 25)), 25),
            allot("standard", limit(base(50_000, 250, "agent", 26)), 26),
            allot("professional", limit(base(75_000, 500, "agent", 27)), 27),
            allot("enterprise", limit(base(100_000, 1_000, "agent", 28)), 28),
            allot("bundle", limit(base(100_000, 1_000, "agent", 29)), 29));
    QuotaVersion limits =
        version(
            "api_limits",
            Draft.until("2025-10-08"),
            List.of(allot(Set.copyOf(EDITIONS), Condition.ALWAYS, limit(OLD_LIMIT), 20)),
            18);
    QuotaVersion newer =
        version(
            "api_credits",
            Draft.from("2025-10-08"),
            credits,
            Optional.of(
                new QuotaVersion.Grandfathering("api_limits", PAID_BEFORE, keptUntil, at(31))),
            23);
    Window day =
        new Window.Calendar(
            Window.CalendarUnit.DAY, 1, Optional.empty(), "calendar day in account zone");
    Quota quota = Draft.quota("desk", "credits", day, List.of(limits, newer));
    List<Product.Fact> facts =
        List.of(
            Draft.fact("paid", new ValueType.YesOrNo(), Value.NO),
            Draft.fact(
                "old_daily_limit", new ValueType.Quantity(Draft.CREDITS), oldLimitUnlessStated));
    return Draft.product("desk", EDITIONS, facts, List.of(quota), List.of(), List.of());
  }

  static Profile agents(String edition, long agents) {
    return Draft.with(Profile.of(edition), "agent", agents);
  }

  static Profile paid(Profile profile, long oldLimit) {
    return Draft.stating(
        profile, Map.of("paid", Value.YES, "old_daily_limit", Value.number(oldLimit)));
  }

  static Resolved resolve(Profile profile, Instant at) {
    return resolve(PRODUCT, profile, at);
  }

  static Resolved resolve(Product product, Profile profile, Instant at, Contract... contracts) {
    return new Resolver(Draft.policy(product, contracts)).resolve(product, profile, at).get(0);
  }

  static Entitlement terms(Profile profile) {
    return (Entitlement) resolve(profile, NOON);
  }
}
