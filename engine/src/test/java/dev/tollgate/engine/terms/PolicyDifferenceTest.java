package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.Change.Amounts;
import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.compare.Verdict;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every claim of a difference is what working both policies out says, and none is missing. */
class PolicyDifferenceTest {

  private static final int QUESTIONS = 10;

  /** To compare two of them is most of the work, so both are asked of the same. */
  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  void whatItSaysOfAccountsAndOfExamplesIsWhatBothPoliciesComeTo(@ForAll long seed) {
    RandomPair pair = new RandomPair(seed);
    PolicyDifference difference = PolicyDifference.of(pair.old.policy, pair.policy);
    Resolver before = new Resolver(pair.old.policy);
    Resolver after = new Resolver(pair.policy);
    assertAccounts(pair, difference, before, after);
    assertExamples(pair, difference, before, after);
  }

  private static void assertAccounts(
      RandomPair pair, PolicyDifference difference, Resolver before, Resolver after) {
    for (int question = 0; question < QUESTIONS; question++) {
      Profile profile =
          AccountValues.inZoneOfProduct(pair.old.profiles().completed(pair.old.profiles().any()));
      Instant at = pair.old.moment();
      Map<Attribute, Value> values = AccountValues.of(pair.old.product, profile);
      for (int order = 0; order < pair.product.quotas().size(); order++) {
        long was = available(before.resolve(pair.old.product, profile, at).get(order));
        long is = available(after.resolve(pair.product, profile, at).get(order));
        String quota = pair.product.quotas().get(order).id();
        List<Shift> its = shifts(difference, pair, quota, profile, at, values);
        String where = "%s of %s at %s: %s".formatted(quota, profile, at, its);
        if (its.isEmpty()) {
          assertThat(is).as(where).isEqualTo(was);
        } else {
          assertThat(its).as(where).hasSize(1);
          Map<Attribute, Long> numbers = AccountValues.numbers(values);
          assertThat(steps(its.get(0).before(numbers))).as(where).isEqualTo(was);
          assertThat(steps(its.get(0).after(numbers))).as(where).isEqualTo(is);
        }
        if (is != was) {
          Verdict verdict = difference.verdict();
          assertThat(is < was ? verdict.mayBeWorse() : verdict.mayBeBetter()).as(where).isTrue();
        }
      }
    }
  }

  private static long available(Resolved resolved) {
    return resolved instanceof Entitlement terms ? terms.available() : Unit.UNLIMITED;
  }

  private static long steps(Optional<Rational> value) {
    return RandomPolicy.steps(value.map(Rational::toDecimal));
  }

  /** What is said of the account: of those with contracts apart, where anything is. */
  private static List<Shift> shifts(
      PolicyDifference difference,
      RandomPair pair,
      String quota,
      Profile profile,
      Instant at,
      Map<Attribute, Value> values) {
    List<Amounts> ofQuota =
        difference.changes().stream()
            .filter(Amounts.class::isInstance)
            .map(Amounts.class::cast)
            .filter(change -> change.measure() == Change.Measure.ALLOTMENT)
            .filter(change -> change.subject().equals(quota))
            .toList();
    boolean agreed =
        agreed(pair.old.policy, quota, profile, at) || agreed(pair.policy, quota, profile, at);
    Optional<String> account = agreed ? profile.account() : Optional.empty();
    return ofQuota.stream()
        .filter(change -> change.account().equals(account))
        .filter(change -> change.names().contains(profile.edition()))
        .filter(change -> change.from().map(from -> !at.isBefore(from)).orElse(true))
        .filter(change -> change.until().map(at::isBefore).orElse(true))
        .flatMap(change -> change.shifts().stream())
        .filter(shift -> AccountValues.contains(shift.box(), values))
        .toList();
  }

  private static boolean agreed(Policy policy, String quota, Profile profile, Instant at) {
    Product product = policy.product("crm").orElseThrow();
    return policy.contracts().stream()
        .filter(contract -> profile.account().equals(Optional.of(contract.account())))
        .filter(contract -> contract.during().contains(at, product.zone()))
        .flatMap(contract -> contract.allotments().stream())
        .anyMatch(granted -> ("crm." + granted.quota()).equals(quota));
  }

  /** Every example loses or gains what is said of it. */
  private static void assertExamples(
      RandomPair pair, PolicyDifference difference, Resolver before, Resolver after) {
    for (Change change : difference.changes()) {
      if (change instanceof Amounts amounts && amounts.measure() == Change.Measure.ALLOTMENT) {
        for (Shift shift : amounts.shifts().stream().limit(5).toList()) {
          int order = order(pair.product, amounts.subject());
          shift
              .fall()
              .ifPresent(
                  fall -> assertExtent(pair, before, after, order, amounts, shift, fall, -1));
          shift
              .rise()
              .ifPresent(rise -> assertExtent(pair, before, after, order, amounts, shift, rise, 1));
        }
      }
    }
  }

  private static int order(Product product, String quota) {
    return product.quotas().stream().map(each -> each.id()).toList().indexOf(quota);
  }

  private static void assertExtent(
      RandomPair pair,
      Resolver before,
      Resolver after,
      int order,
      Amounts amounts,
      Shift shift,
      Shift.Extent extent,
      int sign) {
    if (!extent.isKnown()) {
      return;
    }
    for (Map<Attribute, Long> numbers : List.of(extent.first(), extent.at())) {
      Profile profile =
          profile(amounts.account(), amounts.names().iterator().next(), shift.box(), numbers);
      String where = "%s at %s: %s".formatted(profile, amounts.at(), shift);
      long was = available(before.resolve(pair.old.product, profile, amounts.at()).get(order));
      long is = available(after.resolve(pair.product, profile, amounts.at()).get(order));
      assertThat(Long.compare(is, was)).as(where).isEqualTo(sign);
      if (extent.most().isPresent()) {
        Rational by = Rational.of(Math.abs(is - was));
        assertThat(by).as(where).isLessThanOrEqualTo(extent.most().get());
        if (numbers == extent.at() && extent.exact()) {
          assertThat(by).as(where).isEqualTo(extent.most().get());
        }
      }
    }
  }

  private static Profile profile(
      Optional<String> account, String edition, Box box, Map<Attribute, Long> numbers) {
    Map<Attribute, Value> values = new HashMap<>(box.example().orElseThrow());
    numbers.forEach((attribute, number) -> values.put(attribute, Value.number(number)));
    Map<String, Long> seats = new HashMap<>();
    Map<String, Value> facts = new HashMap<>();
    Map<String, Holding> addOns = new HashMap<>();
    Optional<LocalDate> signedUp = Optional.of(LocalDate.EPOCH);
    for (Map.Entry<Attribute, Value> each : values.entrySet()) {
      Attribute attribute = each.getKey();
      switch (attribute.kind()) {
        case SEAT -> seats.put(attribute.name(), number(each.getValue()));
        case FACT -> facts.put(attribute.name(), each.getValue());
        case ADD_ON ->
            addOns.put(attribute.name(), new Holding(Holding.Mode.BOUGHT, number(each.getValue())));
        case SIGNED_UP -> signedUp = Optional.of(LocalDate.ofEpochDay(number(each.getValue())));
        default -> throw new IllegalStateException("no account has " + attribute);
      }
    }
    return new Profile(account, edition, seats, facts, signedUp, Optional.empty(), addOns);
  }

  private static long number(Value value) {
    return ((Value.Number) value).steps();
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void aPolicyIsIdenticalToItself(@ForAll long seed) {
    Policy policy = new RandomPolicy(seed).policy;
    PolicyDifference difference = PolicyDifference.of(policy, new RandomPolicy(seed).policy);
    assertThat(difference.changes()).isEmpty();
    assertThat(difference.verdict()).isEqualTo(Verdict.IDENTICAL);
    assertThat(difference.before()).isEqualTo(difference.after());
  }
}
