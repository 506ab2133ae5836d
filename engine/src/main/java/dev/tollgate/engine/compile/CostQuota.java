package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Band;
import dev.tollgate.grammar.tree.CallCost;
import dev.tollgate.grammar.tree.Charge;
import dev.tollgate.grammar.tree.Cost;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the quota that a cost line of a contract is about: the one it names behind its number, the
 * only one that counts in the unit it names, the only one of the product, or the only one that the
 * contract allots.
 */
record CostQuota(ContractDraft contract)
    implements Charge.Visitor<Stream<Quantity>>, Cost.Visitor<Stream<Quantity>> {

  Optional<QuotaDraft> of(CallCost line) {
    Optional<Name> word =
        line.charge().accept(this).flatMap(quantity -> quantity.unit().stream()).findFirst();
    List<QuotaDraft> all = contract.product.allQuotas;
    List<QuotaDraft> meant =
        word.map(
                name ->
                    all.stream()
                        .filter(quota -> quota.name().equals(name.text()) || counts(quota, name))
                        .toList())
            .orElseGet(() -> all.size() == 1 ? all : allotted());
    Optional<QuotaDraft> named =
        meant.stream()
            .filter(quota -> word.filter(name -> name.text().equals(quota.name())).isPresent())
            .findFirst();
    if (named.isPresent() || meant.size() == 1) {
      return named.or(() -> Optional.of(meant.get(0)));
    }
    if (word.isPresent() && meant.isEmpty()) {
      List<Known> known = all.stream().map(quota -> Known.of(quota.tree.name())).toList();
      contract.product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_QUOTA,
          "a quota of " + contract.product.name() + " or the unit of one",
          word.get(),
          known);
      return Optional.empty();
    }
    if (!all.isEmpty()) {
      contract
          .product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.UNCLEAR_QUOTA,
                      line.charge().span(),
                      "`%s` does not say which quota it is about"
                          .formatted(contract.product.sources().words(line.charge().span())))
                  .withHint(
                      "say one behind the number: "
                          + Wording.list(all.stream().map(QuotaDraft::name).toList(), "or")));
    }
    return Optional.empty();
  }

  private static boolean counts(QuotaDraft quota, Name word) {
    return quota.unit().filter(unit -> Units.isWordOf(unit, word.text())).isPresent();
  }

  private List<QuotaDraft> allotted() {
    return contract.clauses.allotments.stream()
        .flatMap(line -> contract.product.quotas.look(line.quota().text()).stream())
        .flatMap(entry -> entry.value().stream())
        .distinct()
        .toList();
  }

  @Override
  public Stream<Quantity> costs(Charge.Costs costs) {
    return costs.cost().accept(this);
  }

  @Override
  public Stream<Quantity> notCounted(Charge.NotCounted notCounted) {
    return Stream.empty();
  }

  @Override
  public Stream<Quantity> holds(Charge.Holds holds) {
    return Stream.concat(holds.hold().accept(this), holds.settle().accept(this));
  }

  @Override
  public Stream<Quantity> fixed(Cost.Fixed fixed) {
    return Stream.of(fixed.quantity());
  }

  @Override
  public Stream<Quantity> perParameter(Cost.PerParameter perParameter) {
    return Stream.of(perParameter.each());
  }

  @Override
  public Stream<Quantity> sumOfCalls(Cost.SumOfCalls sumOfCalls) {
    return Stream.empty();
  }

  @Override
  public Stream<Quantity> sum(Cost.Sum sum) {
    return sum.terms().stream().flatMap(term -> term.accept(this));
  }

  @Override
  public Stream<Quantity> atLeast(Cost.AtLeast atLeast) {
    return Stream.concat(atLeast.cost().accept(this), Stream.of(atLeast.least()));
  }

  @Override
  public Stream<Quantity> bands(Cost.Bands bands) {
    return bands.bands().stream().map(Band::cost);
  }
}
