package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        Verdict.DIFFERENT);
    said("key", String.join(", ", old.keys()), String.join(", ", now.keys()), Verdict.DIFFERENT);
  }

  private void quotas() {
    for (Quota quota : old.quotas()) {
      Optional<Quota> same = now.quota(quota.name());
      if (same.isPresent()) {
        new QuotaChanges(
                new QuotaChanges.Pair(before, old, quota),
                new QuotaChanges.Pair(after, now, same.get()),
                log)
            .add();
      } else {
        log.add(new Change.Went(Change.Kind.QUOTA, quota.id(), Verdict.NEVER_WORSE));
      }
    }
    now.quotas().stream()
        .filter(quota -> old.quota(quota.name()).isEmpty())
        .forEach(
            quota -> log.add(new Change.Came(Change.Kind.QUOTA, quota.id(), Verdict.NEVER_BETTER)));
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
      now.addOn(addOn.name()).ifPresent(same -> new PriceChanges(old, addOn, same, log).add());
    }
  }

  /** What came, what went, and what is there in other words. */
  private <T> void each(
      Change.Kind kind,
      List<T> olds,
      List<T> news,
      Function<T, String> name,
      Function<T, Place> place,
      Verdict gone,
      Verdict come) {
    List<T> left = new ArrayList<>(news);
    for (T one : unmatched(olds, left)) {
      Optional<T> same =
          left.stream().filter(each -> name.apply(each).equals(name.apply(one))).findFirst();
      same.ifPresent(left::remove);
      log.add(
          same.<Change>map(is -> said(kind, name.apply(one), place.apply(one), place.apply(is)))
              .orElseGet(() -> new Change.Went(kind, id(name.apply(one)), gone)));
    }
    left.forEach(came -> log.add(new Change.Came(kind, id(name.apply(came)), come)));
  }

  /** Those that are not there afterwards as they are; what is, is taken out of {@code left}. */
  private <T> List<T> unmatched(List<T> olds, List<T> left) {
    Map<String, T> there = new LinkedHashMap<>();
    left.forEach(one -> there.put(form(now, one), one));
    List<T> unmatched = new ArrayList<>();
    for (T one : olds) {
      Optional<T> same = Optional.ofNullable(there.remove(form(old, one)));
      same.ifPresentOrElse(left::remove, () -> unmatched.add(one));
    }
    return unmatched;
  }

  /** What an add-on costs is compared apart. */
  private static String form(Product product, Object clause) {
    return clause instanceof AddOn addOn
        ? CanonicalForm.of(product, addOn.withoutPrice())
        : CanonicalForm.of(product, clause);
  }

  private Change said(Change.Kind kind, String name, Place was, Place is) {
    return new Change.Said(
        id(name),
        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        Optional.of(block(before, was)),
        Optional.of(block(after, is)),
        Verdict.DIFFERENT);
  }

  /** A line and, where it opens one, the block behind it, on one line. */
  private static String block(Policy policy, Place place) {
    List<String> lines = new ArrayList<>();
    int open = 0;
    int number = place.line();
    do {
      String line = policy.line(new Place(place.file(), number, 1));
      open += count(line, '{') - count(line, '}');
      lines.add(line);
      number++;
    } while (open > 0 && lines.size() < MOST_LINES);
    return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
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
