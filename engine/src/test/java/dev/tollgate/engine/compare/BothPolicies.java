package dev.tollgate.engine.compare;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.decide.CostOfCall;
import dev.tollgate.engine.decide.Pricing;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.terms.Ceiling;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.Holding;
import dev.tollgate.engine.terms.NotInForce;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.Resolved;
import dev.tollgate.engine.terms.Resolver;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two policies of one product, and what they come to for one account and one call, worked out as a
 * service does: nothing here knows of formulas.
 */
final class BothPolicies {

  /** One of them. */
  record Side(Policy policy, Product product, Resolver resolver) {}

  /**
   * Who asks, for what, and when.
   *
   * @param parts the calls inside a composite, asked for by the same account
   */
  record Asked(
      Optional<String> account,
      String edition,
      String call,
      Map<Attribute, Value> values,
      Instant at,
      List<Asked> parts) {

    long number(Attribute attribute) {
      return values.get(attribute) instanceof Value.Number number ? number.steps() : 0;
    }

    Asked with(Map<Attribute, Long> numbers) {
      Map<Attribute, Value> changed = new HashMap<>(values);
      numbers.forEach((attribute, number) -> changed.put(attribute, Value.number(number)));
      return new Asked(account, edition, call, changed, at, parts);
    }

    Asked with(List<Asked> inside) {
      return new Asked(account, edition, call, values, at, inside);
    }
  }

  /** What an amount comes to; {@code known} is false where there is none, for a call is refused. */
  record Amount(boolean known, Optional<Rational> value) {

    static final Amount NONE = new Amount(false, Optional.empty());

    static Amount of(Unit unit, long steps) {
      return new Amount(
          true,
          steps == Unit.UNLIMITED
              ? Optional.empty()
              : Optional.of(Rational.of(unit.amount(steps))));
    }
  }

  final Side before;
  final Side after;
  private final List<Memory> memories = new ArrayList<>();

  private BothPolicies(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /** Empty where one of them is no policy. */
  static Optional<BothPolicies> of(String before, String after) {
    return side(before).flatMap(old -> side(after).map(now -> new BothPolicies(old, now)));
  }

  /** One of the products that both have. */
  static BothPolicies of(Policy before, Resolver of, Policy after, Resolver then, String product) {
    return new BothPolicies(
        new Side(before, before.product(product).orElseThrow(), of),
        new Side(after, after.product(product).orElseThrow(), then));
  }

  private static Optional<Side> side(String text) {
    Compiled compiled = Compiler.compile(List.of(SourceText.of("shop.toll", text)));
    return compiled
        .policy()
        .map(
            policy -> new Side(policy, policy.product("shop").orElseThrow(), new Resolver(policy)));
  }

  /** What was resolved last: measures of one account are asked one after the other. */
  private record Memory(Side side, Profile profile, Instant at, List<Resolved> resolved) {}

  private List<Resolved> resolved(Side side, Profile profile, Instant at) {
    for (Memory memory : memories) {
      if (memory.side == side && memory.at.equals(at) && memory.profile.equals(profile)) {
        return memory.resolved;
      }
    }
    Memory memory = new Memory(side, profile, at, side.resolver.resolve(side.product, profile, at));
    memories.add(memory);
    if (memories.size() > 4) {
      memories.remove(0);
    }
    return memory.resolved;
  }

  /** What a quota, an add-on or a call comes to on one side. */
  Amount amount(Side side, Change.Measure measure, String subject, Asked asked) {
    String name = subject.substring(subject.indexOf('.') + 1);
    return switch (measure) {
      case ALLOTMENT, REFILL, INCLUDED, COST -> quota(side, measure, name, asked);
      case MOST -> most(side, side.product.addOn(name).orElseThrow(), asked);
      case PRICE -> price(side.product.addOn(name).orElseThrow(), asked);
    };
  }

  private Amount quota(Side side, Change.Measure measure, String name, Asked asked) {
    Quota quota = side.product.quota(name).orElseThrow();
    Profile profile = profile(side.product, asked);
    int order = side.product.quotas().indexOf(quota);
    Resolved resolved = resolved(side, profile, asked.at).get(order);
    if (resolved instanceof NotInForce) {
      boolean limits = measure == Change.Measure.ALLOTMENT || measure == Change.Measure.INCLUDED;
      return Amount.of(quota.unit(), limits ? Unit.UNLIMITED : 0);
    }
    if (!(resolved instanceof Entitlement terms)) {
      throw new IllegalStateException("not all is known of " + asked);
    }
    return switch (measure) {
      case ALLOTMENT -> Amount.of(quota.unit(), terms.available());
      case INCLUDED -> Amount.of(quota.unit(), terms.included());
      case REFILL -> refill(terms);
      case COST -> cost(side, profile, terms, asked);
      case MOST, PRICE -> throw new IllegalStateException("no " + measure + " of a quota");
    };
  }

  private static Amount refill(Entitlement terms) {
    return terms
        .refill()
        .map(
            refill ->
                Rational.of(terms.quota().unit().amount(refill.steps()))
                    .times(Rational.of(86_400_000L))
                    .dividedBy(Rational.of(refill.perMillis())))
        .map(day -> new Amount(true, Optional.of(day)))
        .orElse(new Amount(true, Optional.of(Rational.ZERO)));
  }

  private static Amount cost(Side side, Profile profile, Entitlement terms, Asked asked) {
    return call(side.product, profile, asked)
        .in(terms.quota(), terms)
        .map(steps -> Amount.of(terms.quota().unit(), steps))
        .orElse(Amount.NONE);
  }

  private static CostOfCall call(Product product, Profile profile, Asked asked) {
    Map<String, Value> params = new HashMap<>();
    Map<String, String> keys = new HashMap<>();
    asked.values.forEach(
        (attribute, value) -> {
          if (attribute.kind() == Attribute.Kind.PARAMETER) {
            params.put(attribute.name(), value);
          } else if (attribute.kind() == Attribute.Kind.KEY) {
            keys.put(attribute.name(), value.toString());
          }
        });
    Optional<String> channel =
        Optional.ofNullable(asked.values.get(Attribute.CHANNEL)).map(Value::toString);
    List<CostOfCall> parts =
        asked.parts.stream().map(part -> call(product, profile, part)).toList();
    return new CostOfCall(product, profile, asked.call, params, keys, channel, parts);
  }

  private static Amount most(Side side, AddOn addOn, Asked asked) {
    Profile profile = profile(side.product, asked);
    Ceiling ceiling = side.resolver.most(side.product, addOn, profile, asked.at);
    return Amount.of(addOn.unit(), ((Ceiling.Known) ceiling).steps());
  }

  private static Amount price(AddOn addOn, Asked asked) {
    long steps = asked.number(AllotmentTerms.held(addOn.name()));
    Price price = addOn.price().orElseThrow();
    if (steps > 0 && !Pricing.sells(price, steps)) {
      return Amount.NONE;
    }
    BigDecimal money = Pricing.of(price, steps, addOn.unit()).money().amount();
    return new Amount(true, Optional.of(Rational.of(money)));
  }

  /** The account as one of the products knows it. */
  static Profile profile(Product product, Asked asked) {
    Map<String, Long> seats = new HashMap<>();
    Map<String, Value> facts = new HashMap<>();
    Map<String, Holding> addOns = new HashMap<>();
    Optional<LocalDate> signedUp = Optional.of(LocalDate.EPOCH);
    for (Map.Entry<Attribute, Value> each : asked.values.entrySet()) {
      String name = each.getKey().name();
      switch (each.getKey().kind()) {
        case SEAT -> seats.put(name, asked.number(each.getKey()));
        case FACT -> facts.put(name, each.getValue());
        case SIGNED_UP -> signedUp = Optional.of(LocalDate.ofEpochDay(asked.number(each.getKey())));
        case ADD_ON ->
            product
                .addOn(name)
                .ifPresent(
                    known ->
                        addOns.put(
                            name, new Holding(Holding.Mode.BOUGHT, asked.number(each.getKey()))));
        case EDITION, PARAMETER, KEY, CHANNEL -> {}
      }
    }
    return new Profile(
        asked.account, asked.edition, seats, facts, signedUp, Optional.empty(), addOns);
  }
}
