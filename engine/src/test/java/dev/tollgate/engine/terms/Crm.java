package dev.tollgate.engine.terms;

import static dev.tollgate.engine.terms.Draft.allot;
import static dev.tollgate.engine.terms.Draft.at;
import static dev.tollgate.engine.terms.Draft.base;
import static dev.tollgate.engine.terms.Draft.limit;
import static dev.tollgate.engine.terms.Draft.number;
import static dev.tollgate.engine.terms.Draft.quota;
import static dev.tollgate.engine.terms.Draft.version;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The API credits of a CRM-style product, built by hand. */
final class Crm {

  static final List<String> EDITIONS =
      List.of("free", "standard", "professional", "enterprise", "ultimate");

  static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  private Crm() {}

  static final List<Allotment> LINES =
      List.of(
          allot("free", limit(number(5_000, 29)), 29),
          allot("standard", limit(base(5_000, 250, "user", 30), 100_000), 30),
          allot("professional", limit(base(10_000, 500, "user", 31), 500_000), 31),
          allot("enterprise", limit(base(15_000, 1_000, "user", 32), 1_000_000), 32),
          allot("ultimate", limit(base(15_000, 2_000, "user", 33)), 33));

  static final Quota CREDITS =
      quota("crm", "credits", Draft.DAY, List.of(version("", Stretch.FOREVER, LINES, 25)));

  static final Price PRICE =
      new Price.Graduated(
          "USD",
          List.of(
              new Price.Slab(0, 25_000, new BigDecimal("0.00014"), "first 25_000 at 0.14", at(56))),
          at(55));

  static final AddOn EXTRA =
      new AddOn(
          "extra_credits",
          "Additional credits",
          Draft.CREDITS,
          Set.of("standard", "professional", "enterprise", "ultimate"),
          List.of(new AddOn.Effect.Adds("credits", at(51))),
          Optional.of(
              new Amount.LesserOf(
                  List.of(number(500_000, 52), new Amount.RoomUnderCap(at(52))), at(52))),
          Condition.ALWAYS,
          Optional.empty(),
          Optional.of(AddOn.Bought.PER_DAY),
          true,
          Optional.of(PRICE),
          at(50));

  static Product product(Rule... rules) {
    return product(List.of(CREDITS), List.of(EXTRA), rules);
  }

  static Product product(List<Quota> quotas, List<AddOn> addOns, Rule... rules) {
    List<Product.Fact> facts =
        List.of(
            Draft.fact("region", new ValueType.Text(), Value.word("unknown")),
            Draft.fact("sector", new ValueType.Text()),
            Draft.fact("share", new ValueType.Percent()));
    return Draft.product("crm", EDITIONS, facts, quotas, addOns, List.of(rules));
  }

  static Resolved resolve(Product product, Profile profile, Contract... contracts) {
    return resolve(product, profile, NOON, contracts);
  }

  static Resolved resolve(Product product, Profile profile, Instant at, Contract... contracts) {
    Policy policy = Draft.policy(product, contracts);
    return new Resolver(policy).resolve(product, profile, at).get(0);
  }

  static Entitlement terms(Product product, Profile profile, Contract... contracts) {
    return (Entitlement) resolve(product, profile, contracts);
  }

  static Profile users(String edition, long users) {
    return Draft.with(Profile.of(edition), "user", users);
  }

  static Profile bought(Profile profile, long amount) {
    Holding holding = new Holding(Holding.Mode.BOUGHT, amount);
    return profile.holding(Map.of("extra_credits", holding));
  }

  static Profile using(Profile profile, long limit) {
    Holding holding = new Holding(Holding.Mode.USED, limit);
    return profile.holding(Map.of("extra_credits", holding));
  }
}
