package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.CallSet;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Lines;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.QuotaVersion.Grandfathering;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Scope;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.engine.policy.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Short words for building policies by hand. */
final class Draft {

  static final Unit CREDITS = new Unit(Unit.Kind.DECLARED, "credit", "credits", 0);
  static final Window DAY = new Window.Rolling(86_400_000L, "rolling 24 hours");

  private Draft() {}

  static Place at(int line) {
    return new Place("crm.toll", line, 5);
  }

  static Amount number(long value, int line) {
    return new Amount.Constant(BigDecimal.valueOf(value), at(line));
  }

  static Amount base(long base, long each, String seat, int line) {
    Amount perSeat = new Amount.PerSeat(BigDecimal.valueOf(each), seat, 0, at(line));
    return new Amount.Sum(List.of(number(base, line), perSeat), at(line));
  }

  static Allotment.Grant limit(Amount amount) {
    return new Allotment.Grant.Limit(amount, Optional.empty());
  }

  static Allotment.Grant limit(Amount amount, long cap) {
    return new Allotment.Grant.Limit(amount, Optional.of(number(cap, amount.place().line())));
  }

  static Allotment allot(String edition, Allotment.Grant grant, int line) {
    return allot(Set.of(edition), Condition.ALWAYS, grant, line);
  }

  static Allotment allot(Set<String> editions, Condition when, Allotment.Grant grant, int line) {
    return new Allotment(editions, when, grant, "allot", at(line));
  }

  static QuotaVersion version(String name, Stretch during, List<Allotment> lines, int line) {
    return version(name, during, lines, Optional.empty(), line);
  }

  static QuotaVersion version(
      String name,
      Stretch during,
      List<Allotment> lines,
      Optional<Grandfathering> grandfathering,
      int line) {
    return new QuotaVersion(name, name, during, lines, List.of(), true, grandfathering, at(line));
  }

  static Quota quota(String product, String name, Window window, List<QuotaVersion> versions) {
    return new Quota(
        product,
        name,
        name,
        CREDITS,
        new CallSet(Set.of(), true),
        Condition.ALWAYS,
        Scope.ACCOUNT,
        window,
        versions,
        List.of(),
        List.of(new Beyond.Deny(Beyond.Denial.PLAIN, Stretch.FOREVER, Condition.ALWAYS, at(1))),
        Optional.empty(),
        Optional.empty(),
        at(1));
  }

  static Product product(
      String name,
      List<String> editions,
      List<Product.Fact> facts,
      List<Quota> quotas,
      List<AddOn> addOns,
      List<Rule> rules) {
    return new Product(
        name,
        name,
        ZoneOffset.UTC,
        List.of(CREDITS),
        List.of(
            new Product.Seat("user", "users", at(3)), new Product.Seat("agent", "agents", at(4))),
        facts,
        List.of(),
        editions.stream()
            .map(
                edition ->
                    new Product.Edition(edition, edition, List.of(), OptionalInt.empty(), at(5)))
            .toList(),
        List.of(),
        true,
        quotas,
        addOns,
        rules,
        at(1));
  }

  static Policy policy(Product product, Contract... contracts) {
    return new Policy(
        Map.of(product.name(), product), List.of(contracts), Map.of(), Lines.NONE, "sha256:0");
  }

  static Product.Fact fact(String name, ValueType type, Value... unlessStated) {
    Optional<Value> assumed = List.of(unlessStated).stream().findFirst();
    return new Product.Fact(name, type, assumed, at(6));
  }

  static Rule rule(String title, String quota, Condition when, Rule.Effect... effects) {
    return new Rule(
        title, "crm", quota, when, Stretch.FOREVER, List.of(effects), Optional.empty(), at(40));
  }

  static Rule overriding(String overridden, Rule rule) {
    return new Rule(
        rule.title(),
        rule.product(),
        rule.quota(),
        rule.when(),
        rule.during(),
        rule.effects(),
        Optional.of(overridden),
        rule.place());
  }

  static Rule during(Stretch during, Rule rule) {
    return new Rule(
        rule.title(),
        rule.product(),
        rule.quota(),
        rule.when(),
        during,
        rule.effects(),
        rule.overrides(),
        rule.place());
  }

  static Rule.Effect add(long amount) {
    return new Rule.Effect.Add(number(amount, 41), "add", at(41));
  }

  static Rule.Effect setTo(long amount) {
    return new Rule.Effect.SetTo(number(amount, 42), "set", at(42));
  }

  static Condition all(Condition... parts) {
    return new Condition.All(List.of(parts));
  }

  static Condition any(Condition... parts) {
    return new Condition.Any(List.of(parts));
  }

  static Condition word(String fact, String... words) {
    return test(Attribute.fact(fact, false), ValueSet.words(List.of(words)));
  }

  static Condition edition(String... editions) {
    return test(Attribute.EDITION, ValueSet.words(List.of(editions)));
  }

  static Condition signedUpBefore(String date) {
    long day = LocalDate.parse(date).toEpochDay();
    return test(Attribute.SIGNED_UP, ValueSet.between(Long.MIN_VALUE, day - 1));
  }

  static Condition signedUpFrom(String date) {
    long day = LocalDate.parse(date).toEpochDay();
    return test(Attribute.SIGNED_UP, ValueSet.between(day, Long.MAX_VALUE));
  }

  static Condition test(Attribute attribute, ValueSet values) {
    return new Condition.Test(attribute, values, attribute.toString(), Optional.empty());
  }

  static Stretch from(String date) {
    return new Stretch(Optional.of(day(date)), Optional.empty());
  }

  static Stretch until(String date) {
    return new Stretch(Optional.empty(), Optional.of(day(date)));
  }

  static Stretch between(String from, String until) {
    return new Stretch(Optional.of(day(from)), Optional.of(day(until)));
  }

  static Stretch.Bound day(String date) {
    return new Stretch.Bound.Day(LocalDate.parse(date));
  }

  static Profile with(Profile profile, String seat, long number) {
    return new Profile(
        profile.account(),
        profile.edition(),
        Map.of(seat, number),
        profile.facts(),
        profile.signedUp(),
        profile.zone(),
        profile.addOns());
  }

  static Profile stating(Profile profile, Map<String, Value> facts) {
    return new Profile(
        profile.account(),
        profile.edition(),
        profile.seats(),
        facts,
        profile.signedUp(),
        profile.zone(),
        profile.addOns());
  }

  static Profile signedUp(Profile profile, String date) {
    return new Profile(
        profile.account(),
        profile.edition(),
        profile.seats(),
        profile.facts(),
        Optional.of(LocalDate.parse(date)),
        profile.zone(),
        profile.addOns());
  }

  static Profile named(String account, Profile profile) {
    return new Profile(
        Optional.of(account),
        profile.edition(),
        profile.seats(),
        profile.facts(),
        profile.signedUp(),
        profile.zone(),
        profile.addOns());
  }

  static Profile inZone(String zone, Profile profile) {
    return new Profile(
        profile.account(),
        profile.edition(),
        profile.seats(),
        profile.facts(),
        profile.signedUp(),
        Optional.of(ZoneId.of(zone)),
        profile.addOns());
  }
}
