package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.QuotaVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
  private final Map<String, Refused> refused = new LinkedHashMap<>();

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
    add(Optional.empty(), before.dates(after).moments(), List.of(), List.of());
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
              if (account.isPresent() && !old.isAgreed() && !now.isAgreed()) {
                return List.of();
              }
              Box calls =
                  CallChanges.both(
                      before.product().call(call),
                      after.product().call(call),
                      old.calls().intersect(now.calls()));
              return log.facts(before.product(), after.product())
                  .shifts(
                      calls,
                      box -> formulas(old.cases(box, SUM_OF_ITS_CALLS), refused(call).before),
                      box -> formulas(now.cases(box, SUM_OF_ITS_CALLS), refused(call).after),
                      log.shifts());
            },
            log);
    refused.forEach(this::refused);
    refused.clear();
  }

  /** Calls of one name that are refused, for they lack what their cost depends on. */
  private static final class Refused {
    private final Map<Box, Set<String>> before = new LinkedHashMap<>();
    private final Map<Box, Set<String>> after = new LinkedHashMap<>();
  }

  private Refused refused(String call) {
    return refused.computeIfAbsent(call, unused -> new Refused());
  }

  private void refused(String call, Refused found) {
    boolean worse = !isRefused(found.after.keySet(), found.before.keySet());
    boolean better = !isRefused(found.before.keySet(), found.after.keySet());
    if (worse || better) {
      log.add(
          new Change.Said(
              before.quota().id(),
              call + " needs",
              words(found.before),
              words(found.after),
              Verdict.of(worse, better)));
    }
  }

  private static boolean isRefused(Collection<Box> some, Collection<Box> among) {
    Region all = among.stream().map(Region::of).reduce(Region.nothing(), Region::union);
    return some.stream().allMatch(box -> all.covers(Region.of(box)));
  }

  private static Optional<String> words(Map<Box, Set<String>> refused) {
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            refused.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ")));
  }

  /** Calls that may be made before and after, under their own names or as any other. */
  private Set<String> calls() {
    Set<String> calls = new LinkedHashSet<>();
    add(calls, before.product(), after.product());
    add(calls, after.product(), before.product());
    if (before.product().open() && after.product().open()) {
      calls.add(ANY_OTHER);
    }
    return calls;
  }

  private static void add(Set<String> calls, Product declaring, Product other) {
    declaring.calls().stream()
        .map(Product.Call::name)
        .filter(name -> other.open() || other.call(name).isPresent())
        .forEach(calls::add);
  }

  private static CostTerms terms(
      QuotaChanges.Pair side, String call, List<Contract> contracts, Instant at) {
    return new CostTerms(side.product(), side.quota(), call, side.inForce(contracts, at), at);
  }

  private static List<Cases.Case<Formula>> formulas(
      List<Cases.Case<Optional<CostTerms.Costed>>> cases, Map<Box, Set<String>> refused) {
    List<Cases.Case<Formula>> formulas = new ArrayList<>();
    for (Cases.Case<Optional<CostTerms.Costed>> each : cases) {
      Set<String> missing = each.value().map(CostTerms.Costed::missing).orElse(Set.of());
      if (missing.isEmpty()) {
        formulas.add(
            new Cases.Case<>(
                each.box(), each.value().map(CostTerms.Costed::cost).orElse(Formula.ZERO)));
      } else {
        refused.put(each.box(), missing);
      }
    }
    return formulas;
  }
}
