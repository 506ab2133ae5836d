package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compare.BothPolicies.Amount;
import dev.tollgate.engine.compare.BothPolicies.Asked;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** That nothing is missing from a difference: whoever asks, what changes for them is in it. */
final class AnybodyAsking {

  private static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("2026-01-15T12:00:00Z"),
          Instant.parse("2026-02-15T00:00:00Z"),
          Instant.parse("2026-02-28T23:59:59.999Z"),
          Instant.parse("2026-03-15T00:00:00Z"),
          Instant.parse("2026-06-01T00:00:00Z"));

  private final BothPolicies both;
  private final PolicyDifference difference;
  private final Random random;
  private int asked;

  AnybodyAsking(BothPolicies both, PolicyDifference difference, Random random) {
    this.both = both;
    this.difference = difference;
    this.random = random;
  }

  /** How many amounts were compared. */
  int asked() {
    return asked;
  }

  /** One account with every number of one thing, everything else about it being random. */
  void findsWhatChanges(int sweeps, long last) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      Asked somebody = somebody();
      Attribute number =
          sweep % 3 == 2
              ? pick(
                  Attribute.seat("agent"),
                  Attribute.fact("size", true),
                  AllotmentTerms.held("extra"))
              : Attribute.seat("user");
      for (long n = 0; n <= last; n++) {
        Asked one = somebody.with(Map.of(number, n));
        terms(one);
      }
    }
    calls();
    prices(last);
  }

  private void terms(Asked one) {
    for (Quota quota : both.before.product().quotas()) {
      if (both.after.product().quota(quota.name()).isPresent()) {
        said(Change.Measure.ALLOTMENT, quota.id(), one.edition(), one);
        said(Change.Measure.REFILL, quota.id(), one.edition(), one);
        included(quota.id(), one);
      }
    }
    for (AddOn addOn : both.before.product().addOns()) {
      if (both.after.product().addOn(addOn.name()).isPresent()) {
        said(Change.Measure.MOST, "shop." + addOn.name(), one.edition(), one);
      }
    }
  }

  /** What is included is said where it is not what is available to those who hold nothing. */
  private void included(String quota, Asked one) {
    if (!shifts(Change.Measure.INCLUDED, quota, one.edition(), one).isEmpty()) {
      said(Change.Measure.INCLUDED, quota, one.edition(), one);
      return;
    }
    Map<Attribute, Long> nothing = new HashMap<>();
    one.values().keySet().stream()
        .filter(each -> each.kind() == Attribute.Kind.ADD_ON)
        .forEach(each -> nothing.put(each, 0L));
    Asked bare = one.with(nothing);
    for (BothPolicies.Side side : List.of(both.before, both.after)) {
      Amount included = both.amount(side, Change.Measure.INCLUDED, quota, one);
      Amount available = both.amount(side, Change.Measure.ALLOTMENT, quota, bare);
      boolean same =
          both.amount(both.before, Change.Measure.INCLUDED, quota, one)
              .equals(both.amount(both.after, Change.Measure.INCLUDED, quota, one));
      assertThat(same || included.equals(available)).as("included of %s", one).isTrue();
    }
  }

  private void calls() {
    for (Quota quota : both.before.product().quotas()) {
      if (both.after.product().quota(quota.name()).isEmpty()) {
        continue;
      }
      for (Product.Call call : both.before.product().calls()) {
        Asked somebody = somebody(call);
        Optional<Attribute> number =
            call.parameters().values().stream()
                .map(CostTerms::attribute)
                .filter(Attribute::number)
                .filter(each -> somebody.values().containsKey(each))
                .findFirst();
        long most = number.isPresent() ? 40 : 0;
        for (long n = 0; n <= most && call.composedOf().isEmpty(); n++) {
          long here = n;
          Asked one = number.map(each -> somebody.with(Map.of(each, here))).orElse(somebody);
          said(Change.Measure.COST, quota.id(), call.name(), one);
        }
      }
    }
  }

  private void prices(long last) {
    for (AddOn addOn : both.before.product().addOns()) {
      boolean priced =
          addOn.price().isPresent()
              && both.after.product().addOn(addOn.name()).flatMap(AddOn::price).isPresent();
      for (long n = 0; n <= last && priced; n++) {
        Asked one =
            new Asked(
                Optional.empty(),
                "basic",
                "",
                Map.of(AllotmentTerms.held(addOn.name()), Value.number(n)),
                MOMENTS.get(0));
        said(Change.Measure.PRICE, "shop." + addOn.name(), addOn.name(), one);
      }
    }
  }

  private void said(Change.Measure measure, String subject, String name, Asked one) {
    Amount was = both.amount(both.before, measure, subject, one);
    Amount is = both.amount(both.after, measure, subject, one);
    if (!was.known() || !is.known() || isUnclear(measure, subject)) {
      return;
    }
    asked++;
    List<Shift> its = shifts(measure, subject, name, one);
    String where = "%s of %s for %s, %s".formatted(measure, subject, name, one);
    assertThat(its).as(where).hasSizeLessThan(2);
    if (its.isEmpty() && measure == Change.Measure.MOST && asksForRoom(subject)) {
      // The add-on may say what it said: what room there is, allotments tell.
      return;
    }
    if (its.isEmpty()) {
      assertThat(is.value()).as(where).isEqualTo(was.value());
      return;
    }
    Map<Attribute, Long> numbers = new HashMap<>();
    told(one)
        .forEach(
            (attribute, value) -> {
              if (value instanceof Value.Number number) {
                numbers.put(attribute, number.steps());
              }
            });
    Shift shift = its.get(0);
    assertThat(shift.before(numbers)).as("before: %s: %s", where, shift).isEqualTo(was.value());
    assertThat(shift.after(numbers)).as("after: %s: %s", where, shift).isEqualTo(is.value());
    int sign = ClaimsOfDifference.compare(is.value(), was.value());
    if (sign != 0) {
      assertThat(sign < 0 ? shift.fall() : shift.rise()).as("%s: %s", where, shift).isPresent();
    }
  }

  private boolean isUnclear(Change.Measure measure, String subject) {
    return difference.changes().stream()
        .filter(Change.Unclear.class::isInstance)
        .map(Change.Unclear.class::cast)
        .anyMatch(each -> each.measure() == measure && each.subject().equals(subject));
  }

  private List<Shift> shifts(Change.Measure measure, String subject, String name, Asked one) {
    Optional<String> account = agreed(measure, subject, one) ? one.account() : Optional.empty();
    return difference.changes().stream()
        .filter(Change.Amounts.class::isInstance)
        .map(Change.Amounts.class::cast)
        .filter(change -> change.measure() == measure && change.subject().equals(subject))
        .filter(change -> change.account().equals(account) && change.names().contains(name))
        .filter(change -> change.from().map(from -> !one.at().isBefore(from)).orElse(true))
        .filter(change -> change.until().map(one.at()::isBefore).orElse(true))
        .flatMap(change -> change.shifts().stream())
        .filter(shift -> contains(shift.box(), told(one)))
        .toList();
  }

  /** Whether a contract of the account decides: it is told of apart then. */
  private boolean agreed(Change.Measure measure, String subject, Asked one) {
    return List.of(both.before, both.after).stream()
        .anyMatch(
            side ->
                side.policy().contracts().stream()
                    .filter(contract -> one.account().equals(Optional.of(contract.account())))
                    .filter(each -> each.during().contains(one.at(), side.product().zone()))
                    .anyMatch(contract -> decides(contract, measure, subject, one.call())));
  }

  private boolean asksForRoom(String subject) {
    return List.of(both.before, both.after).stream()
        .flatMap(side -> side.product().addOns().stream())
        .filter(addOn -> subject.endsWith("." + addOn.name()))
        .anyMatch(addOn -> addOn.most().toString().contains("RoomUnderCap"));
  }

  private boolean decides(Contract contract, Change.Measure measure, String subject, String call) {
    return switch (measure) {
      case ALLOTMENT, REFILL, INCLUDED ->
          contract.allotments().stream().anyMatch(each -> subject.endsWith("." + each.quota()));
      case MOST ->
          asksForRoom(subject)
              && contract.allotments().stream().anyMatch(each -> each.quota().equals("q1"));
      case COST ->
          contract.costs().stream()
              .filter(each -> subject.endsWith("." + each.quota()))
              .anyMatch(each -> each.cost().calls().contains(call, true));
      case PRICE -> false;
    };
  }

  /** What is so of somebody who leaves out what is assumed, unless another value is assumed now. */
  private Map<Attribute, Value> told(Asked one) {
    Map<Attribute, Value> told = new HashMap<>(one.values());
    for (Product.Fact fact : both.before.product().facts()) {
      Optional<Value> now = both.after.product().fact(fact.name()).orElseThrow().unlessStated();
      if (now.equals(fact.unlessStated())) {
        told.putIfAbsent(Attribute.fact(fact.name(), fact.type().isNumber()), now.orElseThrow());
      }
    }
    told.put(Attribute.EDITION, Value.word(one.edition()));
    return told;
  }

  private static boolean contains(Box box, Map<Attribute, Value> values) {
    return box.sides().entrySet().stream()
        .allMatch(
            side ->
                Optional.ofNullable(values.get(side.getKey()))
                    .map(side.getValue()::contains)
                    .orElse(side.getValue().containsAbsent()));
  }

  private Asked somebody() {
    Map<Attribute, Value> values = new HashMap<>();
    values.put(Attribute.seat("user"), Value.number(random.nextInt(12)));
    values.put(Attribute.seat("agent"), Value.number(random.nextInt(5)));
    values.put(
        Attribute.SIGNED_UP,
        Value.number(LocalDate.parse("2026-01-10").plusDays(random.nextInt(10)).toEpochDay()));
    perhaps(values, Attribute.fact("paid", false), Value.yesOrNo(random.nextBoolean()));
    perhaps(values, Attribute.fact("region", false), Value.word(pick("eu", "us", "asia")));
    perhaps(values, Attribute.fact("size", true), Value.number(random.nextInt(8)));
    perhaps(values, Attribute.fact("old_credits", true), Value.number(random.nextInt(60)));
    perhaps(values, Attribute.fact("old_rows", true), Value.number(random.nextInt(600)));
    values.put(AllotmentTerms.held("extra"), Value.number(random.nextInt(3) * 15L));
    values.put(AllotmentTerms.held("boost"), Value.number(random.nextInt(3)));
    Optional<String> account = Optional.of("acme").filter(unused -> random.nextInt(3) == 0);
    Instant at = MOMENTS.get(random.nextInt(MOMENTS.size()));
    return new Asked(account, pick("basic", "silver", "gold"), "", values, at);
  }

  private void perhaps(Map<Attribute, Value> values, Attribute attribute, Value value) {
    if (random.nextInt(4) > 0) {
      values.put(attribute, value);
    }
  }

  private Asked somebody(Product.Call call) {
    Asked somebody = somebody();
    Map<Attribute, Value> values = new HashMap<>(somebody.values());
    call.parameters()
        .values()
        .forEach(
            parameter ->
                perhaps(
                    values,
                    CostTerms.attribute(parameter),
                    parameter.type().isNumber()
                        ? Value.number(random.nextInt(40))
                        : Value.word(pick("fast", "slow"))));
    perhaps(values, Attribute.CHANNEL, Value.word(pick("api", "ui", "mobile")));
    perhaps(values, Attribute.key("app"), Value.word(pick("erp", "crm")));
    return new Asked(somebody.account(), somebody.edition(), call.name(), values, somebody.at());
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
