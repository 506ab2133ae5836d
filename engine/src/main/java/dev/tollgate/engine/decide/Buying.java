package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.terms.Holding;
import dev.tollgate.engine.terms.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds amounts of add-ons to what an account holds, as far as the policy sells them to it. */
final class Buying {

  private final Subject subject;
  private final Profile profile;
  private final Instant at;
  private final Problems problems;

  Buying(Subject subject, Profile profile, Instant at, Problems problems) {
    this.subject = subject;
    this.profile = profile;
    this.at = at;
    this.problems = problems;
  }

  /** What the amounts cost, in order; those that cannot be bought become problems. */
  List<Purchase.Line> of(Map<AddOn, Long> amounts) {
    List<Purchase.Line> lines = new ArrayList<>();
    amounts.forEach((addOn, amount) -> of(addOn, amount, amounts).ifPresent(lines::add));
    return lines;
  }

  /** Whoever asks, holding the amounts as well. */
  Subject after(Map<AddOn, Long> amounts) {
    return subject.holding(holdings(amounts));
  }

  private Optional<Purchase.Line> of(AddOn addOn, long amount, Map<AddOn, Long> amounts) {
    String pointer = Problems.pointer("/buy", addOn.name());
    Optional<Holding> held = held(addOn);
    if (addOn.bought().isEmpty() && addOn.used()) {
      problems.add(pointer, "not-offered", "`" + addOn.name() + "` cannot be bought");
      return Optional.empty();
    }
    if (held.filter(now -> now.mode() == Holding.Mode.USED).isPresent()) {
      problems.add(
          pointer,
          "billed-by-use",
          "this account is billed for what it uses of `" + addOn.name() + "`");
      return Optional.empty();
    }
    long has = held.map(Holding::amount).orElse(0L);
    if (amount >= Unit.UNLIMITED - has) {
      problems.add(pointer, "too-large", "`" + addOn.name() + "` is too large to count");
      return Optional.empty();
    }
    long total = has + amount;
    Map<String, Holding> others = new LinkedHashMap<>(profile.addOns());
    others.putAll(holdings(amounts));
    Ceilings ceilings =
        new Ceilings(subject.snapshot(), subject.product(), profile.holding(others), at);
    ceilings.check(
        addOn,
        total,
        pointer,
        new Findings(subject.product(), subject.account().isEmpty(), problems));
    Optional<Price> price = addOn.price().filter(list -> total > 0 && !Pricing.sells(list, total));
    if (price.isPresent()) {
      problems.add(
          pointer, "not-sold", "the price list of `" + addOn.name() + "` has no such amount");
      return Optional.empty();
    }
    return Optional.of(PurchasePrice.of(addOn, has, amount));
  }

  private Map<String, Holding> holdings(Map<AddOn, Long> more) {
    Map<String, Holding> holdings = new LinkedHashMap<>();
    more.forEach(
        (addOn, amount) -> {
          long has = held(addOn).map(Holding::amount).orElse(0L);
          // What cannot be counted is a problem of its own.
          long total = Math.min(amount, Unit.UNLIMITED - 1 - has) + has;
          holdings.put(addOn.name(), new Holding(Holding.Mode.BOUGHT, total));
        });
    return holdings;
  }

  private Optional<Holding> held(AddOn addOn) {
    return Optional.ofNullable(profile.addOns().get(addOn.name()));
  }
}
