package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How allotments of one quota differ, for accounts of each edition there is before and after. */
final class AllotmentChanges {

  private final QuotaChanges.Pair before;
  private final QuotaChanges.Pair after;
  private final ChangeLog log;

  AllotmentChanges(QuotaChanges.Pair before, QuotaChanges.Pair after, ChangeLog log) {
    this.before = before;
    this.after = after;
    this.log = log;
  }

  /** For everybody without a contract. */
  void add() {
    if (AmountClauses.of(before.product(), before.quota())
        .equals(AmountClauses.of(after.product(), after.quota()))) {
      return;
    }
    add(Optional.empty(), before.dates(after).moments(), List.of(), List.of());
  }

  /** For accounts with these contracts while they are in force, or with none. */
  void add(
      Optional<String> account,
      List<Instant> moments,
      List<Contract> contractsBefore,
      List<Contract> contractsAfter) {
    Whose whose = new Whose(account, moments, contractsBefore, contractsAfter);
    add(whose, Change.Measure.ALLOTMENT, AllotmentTerms.Allotted::available, Formula.NO_LIMIT);
    Window window = before.quota().window();
    if (window instanceof Window.Bucket && window.sameAs(after.quota().window())) {
      add(whose, Change.Measure.REFILL, AllotmentTerms.Allotted::refill, Formula.ZERO);
    }
    if (isIncludedApart(before) || isIncludedApart(after)) {
      add(whose, Change.Measure.INCLUDED, AllotmentTerms.Allotted::included, Formula.NO_LIMIT);
    }
  }

  /** Accounts, and the moments at which they are looked at. */
  private record Whose(
      Optional<String> account, List<Instant> moments, List<Contract> was, List<Contract> is) {}

  /**
   * Whether what is included is not simply what is available without add-ons: add-ons may decide
   * which of two versions is the greater, and what sets the sum may set it lower.
   */
  private static boolean isIncludedApart(QuotaChanges.Pair side) {
    List<AddOn.Effect> effects =
        side.product().addOns().stream()
            .flatMap(addOn -> addOn.effects().stream())
            .filter(effect -> effect.quota().equals(side.quota().name()))
            .toList();
    boolean keeps =
        side.quota().versions().stream().anyMatch(each -> each.grandfathering().isPresent());
    return keeps && !effects.isEmpty()
        || effects.stream().anyMatch(AddOn.Effect.Sets.class::isInstance);
  }

  /** Whether what is included is not what is available to those who hold no add-on. */
  private static boolean isApart(AllotmentTerms terms) {
    Map<Attribute, Long> nothing = new LinkedHashMap<>();
    terms.product().addOns().forEach(addOn -> nothing.put(AllotmentTerms.held(addOn.name()), 0L));
    Substitution bare = new Substitution(nothing);
    // What is held sets the sum in a case of its own: nobody in it holds nothing.
    boolean sets =
        terms.product().addOns().stream()
            .flatMap(addOn -> addOn.effects().stream())
            .filter(effect -> effect.quota().equals(terms.quota().name()))
            .anyMatch(AddOn.Effect.Sets.class::isInstance);
    return sets
        || terms.cases(terms.accounts()).stream()
            .flatMap(each -> each.value().stream())
            .anyMatch(each -> !each.included().equals(each.available().accept(bare)));
  }

  /**
   * Adds what changes of one measure.
   *
   * @param nowhere where no version is in force
   */
  private void add(
      Whose whose,
      Change.Measure measure,
      Function<AllotmentTerms.Allotted, Formula> measured,
      Formula nowhere) {
    new Times(before.quota().id(), measure, whose.account())
        .add(
            whose.moments(),
            editions(before.product(), after.product()),
            (edition, at) -> {
              AllotmentTerms old = terms(before, edition, whose.was(), at);
              AllotmentTerms now = terms(after, edition, whose.is(), at);
              if (whose.account().isPresent() && !old.isAgreed() && !now.isAgreed()) {
                return List.of();
              }
              boolean apart = measure != Change.Measure.INCLUDED || isApart(old) || isApart(now);
              if (!apart) {
                return List.of();
              }
              return log.facts(before.product(), after.product())
                  .shifts(
                      old.accounts().intersect(now.accounts()),
                      accounts -> formulas(old.cases(accounts), measured, nowhere),
                      accounts -> formulas(now.cases(accounts), measured, nowhere),
                      log.shifts());
            },
            log);
  }

  static List<String> editions(Product before, Product after) {
    List<String> editions = before.editions().stream().map(Product.Edition::name).toList();
    if (editions.isEmpty() && after.editions().isEmpty()) {
      return List.of("");
    }
    return editions.stream()
        .filter(name -> after.editions().stream().anyMatch(edition -> edition.name().equals(name)))
        .toList();
  }

  private static AllotmentTerms terms(
      QuotaChanges.Pair side, String edition, List<Contract> contracts, Instant at) {
    return new AllotmentTerms(
        side.product(), side.quota(), edition, side.inForce(contracts, at), at);
  }

  private static List<Cases.Case<Formula>> formulas(
      List<Cases.Case<Optional<AllotmentTerms.Allotted>>> cases,
      Function<AllotmentTerms.Allotted, Formula> measured,
      Formula nowhere) {
    return cases.stream()
        .map(
            each ->
                new Cases.Case<>(
                    each.box().without(Attribute.EDITION),
                    each.value().map(measured).orElse(nowhere)))
        .toList();
  }
}
