package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is different in one product. For use once. */
final class ProductChanges {

  private static final int MOST_LINES = 60;

  private final Policy before;
  private final Policy after;
  private final Product old;
  private final Product now;
  private final ChangeLog log;

  ProductChanges(Policy before, Policy after, Product old, Product now, ChangeLog log) {
    this.log = log;
    this.before = before;
    this.after = after;
    this.old = old;
    this.now = now;
  }

  void add() {
    said("zone", old.zone().getId(), now.zone().getId(), Verdict.MIXED);
    said("calls open", old.open() ? "open" : "", now.open() ? "open" : "", taken(old.open()));
    declarations();
    quotas();
    addOns();
    each(
        Change.Kind.RULE,
        old.rules(),
        now.rules(),
        Rule::title,
        Rule::place,
        Verdict.DIFFERENT,
        Verdict.DIFFERENT);
    each(
        Change.Kind.CONTRACT,
        contracts(before),
        contracts(after),
        contract -> contract.account() + ", \"" + contract.title() + "\"",
        Contract::place,
        Verdict.DIFFERENT,
        Verdict.DIFFERENT);
    new ContractChanges(
            new ContractChanges.Side(before, old), new ContractChanges.Side(after, now), log)
        .add();
  }

  private static Verdict taken(boolean away) {
    return away ? Verdict.NEVER_BETTER : Verdict.NEVER_WORSE;
  }

  private List<Contract> contracts(Policy policy) {
    return policy.contracts().stream()
        .filter(contract -> contract.product().equals(old.name()))
        .toList();
  }

  private void declarations() {
    each(
        Change.Kind.EDITION,
        old.editions(),
        now.editions(),
        Product.Edition::name,
        Product.Edition::place,
        Verdict.NEVER_BETTER,
        Verdict.DIFFERENT);
    each(
        Change.Kind.SEAT,
        old.seats(),
        now.seats(),
        Product.Seat::name,
        Product.Seat::place,
        Verdict.MIXED,
        Verdict.DIFFERENT);
    each(
        Change.Kind.FACT,
        old.facts(),
        now.facts(),
        Product.Fact::name,
        Product.Fact::place,
        Verdict.DIFFERENT,
        Verdict.DIFFERENT);
    each(
        Change.Kind.CALL,
        old.calls(),
        now.calls(),
        Product.Call::name,
        Product.Call::place,
        now.open() ? Verdict.DIFFERENT : Verdict.NEVER_BETTER,
        old.open() ? Verdict.DIFFERENT : Verdict.NEVER_WORSE,
        (was, is) -> new CallChanges(was, is).verdict());
    said("key", String.join(", ", old.keys()), String.join(", ", now.keys()), Verdict.DIFFERENT);
  }

  private void quotas() {
    for (Quota quota : old.quotas()) {
      Optional<Quota> same = same(quota);
      if (same.isPresent()) {
        new QuotaChanges(
                new QuotaChanges.Pair(before, old, quota),
                new QuotaChanges.Pair(after, now, same.get()),
                log)
            .add();
      } else {
        log.add(
            new Change.Went(
                Change.Kind.QUOTA, quota.id(), Verdict.NEVER_WORSE, block(before, quota.place())));
      }
    }
    now.quotas().stream()
        .filter(
            quota -> old.quotas().stream().noneMatch(was -> same(was).equals(Optional.of(quota))))
        .forEach(
            quota ->
                log.add(
                    new Change.Came(
                        Change.Kind.QUOTA,
                        quota.id(),
                        Verdict.NEVER_BETTER,
                        block(after, quota.place()))));
  }

  private Optional<Quota> same(Quota quota) {
    return same(now, quota);
  }

  /** The quota of that name, or the one that goes on with its counters. */
  static Optional<Quota> same(Product now, Quota quota) {
    return now.quota(quota.name())
        .or(
            () ->
                now.quotas().stream()
                    .filter(each -> each.was().equals(Optional.of(quota.name())))
                    .findFirst());
  }

  private void addOns() {
    each(
        Change.Kind.ADD_ON,
        old.addOns(),
        now.addOns(),
        AddOn::name,
        AddOn::place,
        Verdict.NEVER_BETTER,
        Verdict.NEVER_WORSE);
    for (AddOn addOn : old.addOns()) {
      now.addOn(addOn.name())
          .ifPresent(
              same -> {
                new CeilingChanges(old, now, addOn, same, log).add();
                new PriceChanges(old, addOn, same, log).add();
              });
    }
  }

  private <T> void each(
      Change.Kind kind,
      List<T> olds,
      List<T> news,
      Function<T, String> name,
      Function<T, Place> place,
      Verdict gone,
      Verdict come) {
    each(kind, olds, news, name, place, gone, come, (was, is) -> Verdict.DIFFERENT);
  }

  /** What came, what went, and what is there in other words. */
  private <T> void each(
      Change.Kind kind,
      List<T> olds,
      List<T> news,
      Function<T, String> name,
      Function<T, Place> place,
      Verdict gone,
      Verdict come,
      BiFunction<T, T, Verdict> turned) {
    List<T> left = new ArrayList<>();
    List<T> unmatched = unmatched(olds, news, left);
    Map<String, T> named = new LinkedHashMap<>();
    left.forEach(each -> named.putIfAbsent(name.apply(each), each));
    for (T one : unmatched) {
      Optional<T> same = Optional.ofNullable(named.remove(name.apply(one)));
      same.ifPresent(left::remove);
      log.add(
          same.<Change>map(
                  is ->
                      said(
                          kind,
                          name.apply(one),
                          place.apply(one),
                          place.apply(is),
                          turned.apply(one, is)))
              .orElseGet(
                  () ->
                      new Change.Went(
                          kind, id(name.apply(one)), gone, written(before, old, place, one))));
    }
    left.forEach(
        came ->
            log.add(
                new Change.Came(
                    kind, id(name.apply(came)), come, written(after, now, place, came))));
  }

  /** What is said of something; of an edition what it is allotted, too. */
  private <T> List<String> written(
      Policy policy, Product product, Function<T, Place> place, T clause) {
    List<String> lines = new ArrayList<>(block(policy, place.apply(clause)));
    if (clause instanceof Product.Edition edition) {
      for (Quota quota : product.quotas()) {
        quota.versions().stream()
            .flatMap(version -> version.allotments().stream())
            .filter(line -> line.editions().contains(edition.name()))
            .forEach(line -> lines.add(quota.name() + ": " + policy.line(line.place())));
      }
    }
    return lines;
  }

  /** Those that are not there afterwards as they are; those that were not go to {@code left}. */
  private <T> List<T> unmatched(List<T> olds, List<T> news, List<T> left) {
    Map<String, Deque<T>> there = new LinkedHashMap<>();
    for (T one : news) {
      there.computeIfAbsent(form(now, one), unused -> new ArrayDeque<>()).add(one);
    }
    List<T> unmatched = new ArrayList<>();
    for (T one : olds) {
      Deque<T> same = there.getOrDefault(form(old, one), new ArrayDeque<>());
      if (same.isEmpty()) {
        unmatched.add(one);
      } else {
        same.remove();
      }
    }
    there.values().forEach(left::addAll);
    return unmatched;
  }

  /** How much of an add-on may be held, and what it costs, is compared apart. */
  private String form(Product product, Object clause) {
    Object compared =
        clause instanceof AddOn addOn
            ? List.of(
                addOn.unit(), addOn.effects(), addOn.needs(), addOn.editions(), addOn.needsAddOn())
            : clause;
    return CanonicalForm.of(product, compared);
  }

  private Change said(Change.Kind kind, String name, Place was, Place is, Verdict verdict) {
    return new Change.Said(
        id(name),
        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        Optional.of(String.join("\n", block(before, was))),
        Optional.of(String.join("\n", block(after, is))),
        verdict);
  }

  /** A line and, where it opens one, the block behind it. */
  private List<String> block(Policy policy, Place place) {
    List<String> lines = new ArrayList<>();
    int open = 0;
    int number = place.line();
    do {
      String line = log.line(policy, place.file(), number);
      int closed = line.startsWith("}") ? open - 1 : open;
      if (!line.isEmpty()) {
        lines.add("  ".repeat(Math.max(0, closed)) + line);
      }
      open += count(line, '{') - count(line, '}');
      number++;
    } while (open > 0 && lines.size() < MOST_LINES);
    return lines;
  }

  private static int count(String line, char sign) {
    return (int) line.chars().filter(each -> each == sign).count();
  }

  private String id(String name) {
    return old.name() + "." + name;
  }

  private void said(String what, String was, String is, Verdict verdict) {
    if (!was.equals(is)) {
      log.add(
          new Change.Said(
              old.name(),
              what,
              Optional.of(was).filter(words -> !words.isEmpty()),
              Optional.of(is).filter(words -> !words.isEmpty()),
              verdict));
    }
  }
}
