package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.util.List;
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
    if (AmountClauses.of(before).equals(AmountClauses.of(after))) {
      return;
    }
    List<Instant> moments =
        new TermDates()
            .add(before.product(), before.quota())
            .add(after.product(), after.quota())
            .moments();
    add(Optional.empty(), moments, List.of(), List.of());
  }

  /** For accounts with these contracts, or with none. */
  void add(
      Optional<String> account,
      List<Instant> moments,
      List<Contract> contractsBefore,
      List<Contract> contractsAfter) {
    List<String> editions = editions(before.product(), after.product());
    String subject = before.quota().id();
    new Times(subject, Change.Measure.ALLOTMENT, account)
        .add(
            moments,
            editions,
            (edition, at) ->
                shifts(
                    terms(before, edition, contractsBefore, at),
                    terms(after, edition, contractsAfter, at),
                    AllotmentTerms.Allotted::available),
            log);
    if (before.quota().window() instanceof Window.Bucket) {
      new Times(subject, Change.Measure.REFILL, account)
          .add(
              moments,
              editions,
              (edition, at) ->
                  shifts(
                      terms(before, edition, contractsBefore, at),
                      terms(after, edition, contractsAfter, at),
                      AllotmentChanges::refill),
              log);
    }
  }

  /** What is regained in a day. */
  private static Formula refill(AllotmentTerms.Allotted allotted) {
    return allotted
        .refill()
        .map(
            refill ->
                refill
                    .amount()
                    .times(Rational.of(86_400_000L).dividedBy(Rational.of(refill.perMillis()))))
        .orElse(Formula.ZERO);
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
    Product product = side.product();
    Quota quota = side.quota();
    List<Contract> inForce =
        contracts.stream().filter(each -> each.during().contains(at, product.zone())).toList();
    return new AllotmentTerms(product, quota, edition, inForce, at);
  }

  private List<Shift> shifts(
      AllotmentTerms old, AllotmentTerms now, Function<AllotmentTerms.Allotted, Formula> measured) {
    Box accounts = old.accounts().intersect(now.accounts());
    return log.shifts()
        .of(formulas(old.cases(accounts), measured), formulas(now.cases(accounts), measured));
  }

  /** Where no version is in force, nothing is limited. */
  private static List<Cases.Case<Formula>> formulas(
      List<Cases.Case<Optional<AllotmentTerms.Allotted>>> cases,
      Function<AllotmentTerms.Allotted, Formula> measured) {
    return cases.stream()
        .map(
            each ->
                new Cases.Case<>(
                    each.box().without(dev.tollgate.engine.policy.Attribute.EDITION),
                    each.value().map(measured).orElse(Formula.NO_LIMIT)))
        .toList();
  }
}
