package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.QuotaVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How costs in one quota differ, for each call that there is before and after. */
final class CostChanges {

  /** Stands for calls that nobody declared; no call can have such a name. */
  private static final String ANY_OTHER = "any other call";

  /** What the calls inside a composite come to: the same before and after, whatever it is. */
  private static final Optional<Formula> SUM_OF_ITS_CALLS =
      Optional.of(Formula.of(Attribute.parameter("the sum of its calls", true), Rational.of(1)));

  private final QuotaChanges.Pair before;
  private final QuotaChanges.Pair after;
  private final ChangeLog log;

  CostChanges(QuotaChanges.Pair before, QuotaChanges.Pair after, ChangeLog log) {
    this.before = before;
    this.after = after;
    this.log = log;
  }

  /** For everybody without a contract. */
  void add() {
    if (clauses(before).equals(clauses(after))) {
      return;
    }
    List<Instant> moments =
        new TermDates()
            .add(before.product(), before.quota())
            .add(after.product(), after.quota())
            .moments();
    add(Optional.empty(), moments, List.of(), List.of());
  }

  private static List<String> clauses(QuotaChanges.Pair side) {
    List<Object> clauses = new ArrayList<>();
    for (QuotaVersion version : side.quota().versions()) {
      clauses.add(version.during());
      clauses.add(version.costs());
    }
    side.product().rules().stream()
        .filter(rule -> rule.quota().equals(side.quota().name()))
        .forEach(clauses::add);
    clauses.add(side.quota().counts());
    clauses.add(side.quota().countsWhen());
    clauses.add(side.product().calls());
    clauses.add(side.product().facts());
    clauses.add(side.product().zone());
    return clauses.stream().map(each -> CanonicalForm.of(side.product(), each)).toList();
  }

  /** For accounts with these contracts, or with none. */
  void add(
      Optional<String> account,
      List<Instant> moments,
      List<Contract> contractsBefore,
      List<Contract> contractsAfter) {
    new Times(before.quota().id(), Change.Measure.COST, account)
        .add(
            moments,
            calls(),
            (call, at) -> {
              CostTerms old = terms(before, call, contractsBefore, at);
              CostTerms now = terms(after, call, contractsAfter, at);
              Box box = old.calls().intersect(now.calls());
              return log.shifts()
                  .of(
                      formulas(old.cases(box, SUM_OF_ITS_CALLS)),
                      formulas(now.cases(box, SUM_OF_ITS_CALLS)));
            },
            log);
  }

  private List<String> calls() {
    List<String> calls = new ArrayList<>();
    before.product().calls().stream()
        .map(Product.Call::name)
        .filter(name -> after.product().call(name).isPresent())
        .forEach(calls::add);
    if (before.product().open() && after.product().open()) {
      calls.add(ANY_OTHER);
    }
    return calls;
  }

  private static CostTerms terms(
      QuotaChanges.Pair side, String call, List<Contract> contracts, Instant at) {
    List<Contract> inForce =
        contracts.stream()
            .filter(each -> each.during().contains(at, side.product().zone()))
            .toList();
    return new CostTerms(side.product(), side.quota(), call, inForce, at);
  }

  /** Calls that lack what their cost depends on are refused, and cost nothing. */
  private static List<Cases.Case<Formula>> formulas(
      List<Cases.Case<Optional<CostTerms.Costed>>> cases) {
    return cases.stream()
        .filter(each -> each.value().map(costed -> costed.missing().isEmpty()).orElse(true))
        .map(
            each ->
                new Cases.Case<>(
                    each.box(), each.value().map(CostTerms.Costed::cost).orElse(Formula.ZERO)))
        .toList();
  }
}
