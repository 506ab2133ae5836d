package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.CallSet;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A policy made up from a seed. Clauses take their conditions, literals, titles and dates from
 * small common stocks, so that rules often share conditions, ask the same attribute for different
 * words and go by the same name: what a network of shared nodes can get wrong.
 */
final class RandomPolicy {

  static final List<String> EDITIONS = List.of("free", "standard", "pro", "max");
  static final List<String> WORDS = List.of("eu", "us", "in");
  private static final List<String> TITLES = List.of("launch", "spring", "loyal");
  static final List<String> ACCOUNTS = List.of("acme", "globex", "nobody");
  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
  static final List<String> ZONES = List.of("Asia/Kolkata", "America/New_York", "UTC");

  /** Facts whose values are words, and whether one is assumed. */
  static final Map<String, Boolean> WORD_FACTS =
      new java.util.TreeMap<>(Map.of("region", true, "sector", false, "source", false));

  static final List<String> NUMBER_FACTS = List.of("old_limit", "size");

  final Random random;
  private final List<Condition> stock = new ArrayList<>();
  final Product product;
  final Policy policy;

  RandomPolicy(long seed) {
    this.random = new Random(seed);
    for (int number = 0; number < 4; number++) {
      stock.add(test());
    }
    List<Quota> quotas = new ArrayList<>();
    for (int number = 0; number <= random.nextInt(2); number++) {
      quotas.add(quota("q" + number));
    }
    List<AddOn> addOns = new ArrayList<>();
    for (int number = 0; number < random.nextInt(4); number++) {
      addOns.add(addOn("addon" + number, quotas));
    }
    List<Rule> rules = new ArrayList<>();
    for (int number = 0; number < random.nextInt(9); number++) {
      rules.add(rule(quotas, rules));
    }
    this.product = Draft.product("crm", EDITIONS, facts(), quotas, addOns, rules);
    this.policy = Draft.policy(product, contracts(quotas).toArray(Contract[]::new));
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private static List<Product.Fact> facts() {
    List<Product.Fact> facts = new ArrayList<>();
    WORD_FACTS.forEach(
        (name, assumed) ->
            facts.add(
                assumed
                    ? Draft.fact(name, new ValueType.Text(), Value.word("eu"))
                    : Draft.fact(name, new ValueType.Text())));
    facts.add(Draft.fact("old_limit", new ValueType.Quantity(Draft.CREDITS), Value.number(70)));
    facts.add(Draft.fact("size", new ValueType.Count()));
    return facts;
  }

  private Condition test() {
    int kind = random.nextInt(6);
    if (kind == 0) {
      return Draft.test(Attribute.seat("user"), numbers(9));
    }
    if (kind == 1) {
      return Draft.test(Attribute.fact(oneOf(NUMBER_FACTS), true), numbers(90));
    }
    if (kind == 2) {
      return chance(50) ? Draft.signedUpFrom(date()) : Draft.signedUpBefore(date());
    }
    if (kind == 3) {
      return Draft.edition(oneOf(EDITIONS));
    }
    Set<String> words = new TreeSet<>(Set.of(oneOf(WORDS)));
    if (chance(30)) {
      words.add(oneOf(WORDS));
    }
    ValueSet values = ValueSet.words(words);
    if (chance(25)) {
      values = values.complement().intersect(ValueSet.given(false));
    }
    return Draft.test(Attribute.fact(oneOf(List.copyOf(WORD_FACTS.keySet())), false), values);
  }

  private ValueSet numbers(int most) {
    int bound = random.nextInt(most);
    return chance(50)
        ? ValueSet.between(bound, Long.MAX_VALUE)
        : ValueSet.between(Long.MIN_VALUE, bound);
  }

  private Condition condition() {
    int kind = random.nextInt(10);
    if (kind < 2) {
      return Condition.ALWAYS;
    }
    if (kind < 6) {
      return oneOf(stock);
    }
    Condition[] parts = {condition(), oneOf(stock), test()};
    Condition[] some = Arrays.copyOf(parts, 1 + random.nextInt(parts.length));
    return kind < 9 ? Draft.all(some) : Draft.any(some);
  }

  String date() {
    return FIRST.plusDays(random.nextInt(6) * 10L).toString();
  }

  private Stretch stretch() {
    if (chance(50)) {
      return Stretch.FOREVER;
    }
    Optional<Stretch.Bound> from = chance(60) ? Optional.of(bound()) : Optional.empty();
    Optional<Stretch.Bound> until = chance(60) ? Optional.of(bound()) : Optional.empty();
    return new Stretch(from, until);
  }

  private Stretch.Bound bound() {
    return chance(80)
        ? Draft.day(date())
        : new Stretch.Bound.Moment(Instant.parse(date() + "T07:30:00Z"));
  }

  private Amount amount() {
    return amount(2);
  }

  private Amount amount(int depth) {
    int kind = random.nextInt(depth == 0 ? 4 : 10);
    if (kind < 2) {
      return Draft.number(random.nextInt(120), 20);
    }
    if (kind == 2) {
      BigDecimal each = BigDecimal.valueOf(random.nextInt(20));
      return new Amount.PerSeat(each, "user", random.nextInt(4), Draft.at(20));
    }
    if (kind == 3) {
      return chance(10)
          ? new Amount.NoLimit(Draft.at(20))
          : new Amount.FactValue(oneOf(NUMBER_FACTS), Draft.at(20));
    }
    List<Amount> parts = List.of(amount(depth - 1), amount(depth - 1));
    if (kind < 7) {
      return new Amount.Sum(parts, Draft.at(20));
    }
    if (kind == 7) {
      BigDecimal by = new BigDecimal(oneOf(List.of("3", "7", "2.5")));
      return new Amount.DividedBy(
          parts.get(0), by, oneOf(List.of(Rounding.values())), Draft.at(20));
    }
    return kind == 8
        ? new Amount.GreaterOf(parts, Draft.at(20))
        : new Amount.LesserOf(parts, Draft.at(20));
  }

  private Allotment.Grant grant() {
    return new Allotment.Grant.Limit(
        amount(), chance(50) ? Optional.of(amount()) : Optional.empty());
  }

  private List<Allotment> lines() {
    List<Allotment> lines = new ArrayList<>();
    if (chance(15)) {
      lines.add(Draft.allot(Set.copyOf(EDITIONS), condition(), grant(), 21));
      return lines;
    }
    for (String edition : EDITIONS) {
      Condition.Test split = (Condition.Test) test();
      Condition other = Draft.test(split.attribute(), split.values().complement());
      boolean whole = chance(60);
      lines.add(Draft.allot(Set.of(edition), whole ? Condition.ALWAYS : split, grant(), 22));
      if (!whole && chance(70)) {
        lines.add(Draft.allot(Set.of(edition), other, grant(), 23));
      }
    }
    return lines;
  }

  private Quota quota(String name) {
    List<QuotaVersion> versions = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    LocalDate next = FIRST;
    for (int number = 0; number < count; number++) {
      LocalDate from = next.plusDays(chance(20) ? 5 : 0);
      next = from.plusDays(20);
      Stretch during =
          new Stretch(
              number == 0 ? Optional.empty() : Optional.of(Draft.day(from.toString())),
              number == count - 1 && chance(80)
                  ? Optional.empty()
                  : Optional.of(Draft.day(next.toString())));
      versions.add(
          new QuotaVersion(
              "v" + number,
              "",
              during,
              lines(),
              List.of(cost("version " + number)),
              true,
              number > 0 && chance(60) ? Optional.of(grandfathering(number)) : Optional.empty(),
              Draft.at(24)));
    }
    return Draft.quota("crm", name, Draft.DAY, versions);
  }

  private QuotaVersion.Grandfathering grandfathering(int number) {
    return new QuotaVersion.Grandfathering(
        "v" + random.nextInt(number),
        condition(),
        chance(30) ? Optional.of(bound()) : Optional.empty(),
        Draft.at(25));
  }

  private CallCost cost(String text) {
    CallSet calls = new CallSet(Set.of(), true);
    return new CallCost(
        calls, Condition.ALWAYS, new Cost.Constant(random.nextInt(5)), text, Draft.at(26));
  }

  private AddOn addOn(String name, List<Quota> quotas) {
    List<AddOn.Effect> effects = new ArrayList<>();
    for (int number = 0; number <= random.nextInt(2); number++) {
      effects.add(effect(oneOf(quotas).name()));
    }
    return new AddOn(
        name,
        name,
        Draft.CREDITS,
        chance(50) ? Set.copyOf(EDITIONS) : Set.of(oneOf(EDITIONS)),
        effects,
        Optional.empty(),
        condition(),
        chance(20) ? Optional.of("addon0") : Optional.empty(),
        Optional.of(AddOn.Bought.PER_DAY),
        true,
        Optional.of(Crm.PRICE),
        Draft.at(27));
  }

  private AddOn.Effect effect(String quota) {
    return switch (random.nextInt(5)) {
      case 0 -> new AddOn.Effect.AddsEach(Draft.number(3, 28), quota, Draft.at(28));
      case 1 -> new AddOn.Effect.Raises(quota, Draft.number(150, 28), Draft.at(28));
      case 2 -> new AddOn.Effect.Sets(quota, Draft.number(40, 28), Draft.at(28));
      default -> new AddOn.Effect.Adds(quota, Draft.at(28));
    };
  }

  private Rule rule(List<Quota> quotas, List<Rule> before) {
    List<Rule.Effect> effects = new ArrayList<>();
    for (int number = 0; number <= random.nextInt(2); number++) {
      effects.add(
          switch (random.nextInt(4)) {
            case 0 -> new Rule.Effect.SetTo(amount(), "set", Draft.at(31));
            case 1 ->
                new Rule.Effect.SetCost(cost("rule " + before.size() + "." + number), Draft.at(32));
            default -> new Rule.Effect.Add(amount(), "add", Draft.at(33));
          });
    }
    Optional<String> overridden =
        before.isEmpty() || chance(60) ? Optional.empty() : Optional.of(oneOf(before).title());
    String title = overridden.isPresent() ? "rule " + before.size() : oneOf(TITLES);
    return new Rule(
        title,
        "crm",
        oneOf(quotas).name(),
        condition(),
        stretch(),
        effects,
        overridden,
        Draft.at(30));
  }

  /** Contracts of one account follow each other, for two at once do not compile. */
  private List<Contract> contracts(List<Quota> quotas) {
    List<Contract> contracts = new ArrayList<>();
    for (String account : List.of("acme", "globex")) {
      LocalDate from = FIRST.plusDays(random.nextInt(20));
      for (int number = 0; number < random.nextInt(3); number++) {
        LocalDate until = from.plusDays(1 + random.nextInt(30));
        String quota = oneOf(quotas).name();
        contracts.add(
            new Contract(
                account + " " + number,
                "crm",
                account,
                Draft.between(from.toString(), until.toString()),
                chance(80)
                    ? List.of(new Contract.Granted(quota, grant(), "allot", Draft.at(35)))
                    : List.of(),
                chance(50)
                    ? List.of(new Contract.Costs(quota, cost(account + " " + number)))
                    : List.of(),
                chance(30),
                Draft.at(34)));
        from = until;
      }
    }
    return contracts;
  }

  RandomProfiles profiles() {
    return new RandomProfiles(this);
  }

  /** A moment near one of the dates that clauses begin and end at. */
  Instant moment() {
    ZoneId zone = ZoneId.of(oneOf(ZONES));
    Instant midnight = LocalDate.parse(date()).atStartOfDay(zone).toInstant();
    return midnight.plusMillis(random.nextInt(3) - 1L).plusSeconds(chance(30) ? 3_600L * 7 : 0);
  }

  static long steps(Optional<BigDecimal> amount) {
    return amount.map(Draft.CREDITS::steps).orElse(Unit.UNLIMITED);
  }
}
