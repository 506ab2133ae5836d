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
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** That nothing is missing from a difference: whoever asks, what changes for them is in it. */
final class AnybodyAsking {

  /** What stands for the calls inside a composite, in whole units. */
  static final Attribute SUM = Attribute.parameter("the sum of its calls", true);

  private final BothPolicies both;
  private final PolicyDifference difference;
  private long asked;

  AnybodyAsking(BothPolicies both, PolicyDifference difference) {
    this.both = both;
    this.difference = difference;
  }

  /** How many amounts were compared. */
  long asked() {
    return asked;
  }

  void accounts(AskedOfRules.Sweep sweep) {
    accounts(sweep.somebody(), sweep.number(), sweep.first(), sweep.last());
  }

  /** One account with every number of one thing, from the first to the last. */
  void accounts(Asked somebody, Attribute number, long first, long last) {
    for (long n = first; n <= last; n++) {
      terms(somebody.with(Map.of(number, n)));
    }
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
        said(Change.Measure.MOST, id(addOn), one.edition(), one);
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
        .filter(each -> each.kind() == Attribute.Kind.ADD_ON && one.number(each) > 0)
        .forEach(each -> nothing.put(each, 0L));
    Asked bare = nothing.isEmpty() ? one : one.with(nothing);
    for (BothPolicies.Side side : List.of(both.before, both.after)) {
      Amount included = both.amount(side, Change.Measure.INCLUDED, quota, one);
      Amount available = both.amount(side, Change.Measure.ALLOTMENT, quota, bare);
      boolean same =
          both.amount(both.before, Change.Measure.INCLUDED, quota, one)
              .equals(both.amount(both.after, Change.Measure.INCLUDED, quota, one));
      assertThat(same || included.equals(available)).as("included of %s", one).isTrue();
    }
  }

  private String id(AddOn addOn) {
    return both.before.product().name() + "." + addOn.name();
  }

  /** One call with every number of its first parameter that it gives, as far as there are. */
  void calls(Asked one, long last) {
    Optional<Product.Parameter> counted =
        both.before.product().call(one.call()).orElseThrow().parameters().values().stream()
            .filter(each -> each.type().isNumber())
            .filter(each -> one.values().containsKey(CostTerms.attribute(each)))
            .findFirst();
    long most = counted.map(each -> Math.min(last, each.most().orElse(last))).orElse(0L);
    for (long n = 0; n <= most; n++) {
      long here = n;
      Asked call =
          counted.map(each -> one.with(Map.of(CostTerms.attribute(each), here))).orElse(one);
      for (Quota quota : both.before.product().quotas()) {
        if (both.after.product().quota(quota.name()).isEmpty()) {
          continue;
        } else if (call.parts().isEmpty()) {
          said(Change.Measure.COST, quota.id(), call.call(), call);
        } else {
          composite(quota.id(), call);
        }
      }
    }
  }

  /** Of a composite it is said what becomes of the sum of its calls, whatever that is. */
  private void composite(String quota, Asked call) {
    Optional<Rational> before = inside(both.before, quota, call);
    Optional<Rational> after = inside(both.after, quota, call);
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    Amount was = both.amount(both.before, Change.Measure.COST, quota, call);
    Amount is = both.amount(both.after, Change.Measure.COST, quota, call);
    if (!was.known() || !is.known() || isUnclear(Change.Measure.COST, quota)) {
      return;
    }
    asked++;
    Supplier<String> where =
        () ->
            "%s in %s: %s → %s, inside %s → %s"
                .formatted(call, quota, was.value(), is.value(), before, after);
    Asked summed = call.with(Map.of(SUM, before.get().numerator().longValueExact()));
    List<Shift> its = shifts(Change.Measure.COST, quota, call.call(), summed);
    if (its.isEmpty()) {
      boolean sums = was.value().equals(before) && is.value().equals(after);
      assertThat(sums || was.value().equals(is.value())).as(where).isTrue();
      return;
    }
    assertThat(its).as(where).hasSize(1);
    Map<Attribute, Long> numbers = numbers(call);
    numbers.put(SUM, before.get().numerator().longValueExact());
    assertThat(its.get(0).before(numbers)).as(where).isEqualTo(was.value());
    numbers.put(SUM, after.get().numerator().longValueExact());
    assertThat(its.get(0).after(numbers)).as(where).isEqualTo(is.value());
  }

  /** What the calls inside come to; empty where that is not whole, or one of them is refused. */
  private Optional<Rational> inside(BothPolicies.Side side, String quota, Asked call) {
    Rational sum = Rational.ZERO;
    for (Asked part : call.parts()) {
      Map<Attribute, Value> values = new HashMap<>(call.values());
      values.keySet().removeIf(each -> each.kind() == Attribute.Kind.PARAMETER);
      values.putAll(part.values());
      Asked alone =
          new Asked(call.account(), call.edition(), part.call(), values, call.at(), List.of());
      Amount cost = both.amount(side, Change.Measure.COST, quota, alone);
      if (!cost.known()) {
        return Optional.empty();
      }
      sum = sum.plus(cost.value().orElseThrow());
    }
    return Optional.of(sum).filter(whole -> whole.denominator().equals(BigInteger.ONE));
  }

  /** Every amount of every add-on, from the first to the last. */
  void prices(Asked anybody, long first, long last) {
    for (AddOn addOn : both.before.product().addOns()) {
      boolean priced =
          addOn.price().isPresent()
              && both.after.product().addOn(addOn.name()).flatMap(AddOn::price).isPresent();
      Attribute held = AllotmentTerms.held(addOn.name());
      for (long n = first; n <= last && priced; n++) {
        Asked one =
            new Asked(
                Optional.empty(),
                anybody.edition(),
                "",
                Map.of(held, Value.number(n)),
                anybody.at(),
                List.of());
        said(Change.Measure.PRICE, id(addOn), addOn.name(), one);
      }
    }
  }

  private void said(Change.Measure measure, String subject, String name, Asked one) {
    List<Shift> its = shifts(measure, subject, name, one);
    if (its.isEmpty() && measure == Change.Measure.MOST && asksForRoom(subject)) {
      // The add-on may say what it said: what room there is, allotments tell.
      return;
    }
    Amount was = both.amount(both.before, measure, subject, one);
    Amount is = both.amount(both.after, measure, subject, one);
    if (!was.known() || !is.known() || isUnclear(measure, subject)) {
      return;
    }
    asked++;
    Supplier<String> where =
        () -> "%s of %s for %s, %s: %s".formatted(measure, subject, name, one, its);
    assertThat(its).as(where).hasSizeLessThan(2);
    if (its.isEmpty()) {
      assertThat(is.value()).as(where).isEqualTo(was.value());
      return;
    }
    Map<Attribute, Long> numbers = numbers(one);
    Shift shift = its.get(0);
    assertThat(shift.before(numbers)).as(where).isEqualTo(was.value());
    assertThat(shift.after(numbers)).as(where).isEqualTo(is.value());
    int sign = ClaimsOfDifference.compare(is.value(), was.value());
    if (sign != 0) {
      assertThat(sign < 0 ? shift.fall() : shift.rise()).as(where).isPresent();
    }
  }

  private Map<Attribute, Long> numbers(Asked one) {
    Map<Attribute, Long> numbers = new HashMap<>();
    told(one)
        .forEach(
            (attribute, value) -> {
              if (value instanceof Value.Number number) {
                numbers.put(attribute, number.steps());
              }
            });
    return numbers;
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
    return addOns(subject).anyMatch(addOn -> addOn.most().toString().contains("RoomUnderCap"));
  }

  private Stream<AddOn> addOns(String subject) {
    return Stream.of(both.before, both.after)
        .flatMap(side -> side.product().addOns().stream())
        .filter(addOn -> subject.endsWith("." + addOn.name()));
  }

  private boolean addsTo(String subject, String quota) {
    return addOns(subject)
        .flatMap(addOn -> addOn.effects().stream())
        .anyMatch(effect -> effect.quota().equals(quota));
  }

  private boolean decides(Contract contract, Change.Measure measure, String subject, String call) {
    return switch (measure) {
      case ALLOTMENT, REFILL, INCLUDED ->
          contract.allotments().stream().anyMatch(each -> subject.endsWith("." + each.quota()));
      case MOST ->
          asksForRoom(subject)
              && contract.allotments().stream().anyMatch(each -> addsTo(subject, each.quota()));
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
    Value none = Value.number(0);
    both.before
        .product()
        .seats()
        .forEach(seat -> told.putIfAbsent(Attribute.seat(seat.name()), none));
    both.before
        .product()
        .addOns()
        .forEach(addOn -> told.putIfAbsent(AllotmentTerms.held(addOn.name()), none));
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
}
