package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.CallCost;
import dev.tollgate.grammar.tree.Charge;
import dev.tollgate.grammar.tree.Condition;
import dev.tollgate.grammar.tree.Cost;
import dev.tollgate.grammar.tree.Literal;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.QuotaClause;
import dev.tollgate.grammar.tree.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Learns the types of parameters from all lines that use them, before any line is read. */
final class ParameterTypes implements Stage {

  /** A use that tells a type. */
  private record Use(Name parameter, ValueType type, Span span) {}

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      for (QuotaDraft quota : product.allQuotas) {
        quota(product, quota);
      }
      product.allRules.forEach(rule -> costs(product, rule.clauses.costs));
    }
    draft.contracts.forEach(contract -> costs(contract.product, contract.clauses.costs));
    draft.products.stream()
        .filter(product -> draft.isDamaged(product.name()))
        .flatMap(product -> product.calls.values().stream())
        .forEach(ParameterTypes::mayBeUsed);
  }

  /** A name that is wrong may be meant for any of the call's parameters. */
  private static void mayBeUsed(CallDraft call) {
    call.parameters().values().forEach(ParameterDraft::mayBeUsed);
  }

  private static void quota(ProductDraft product, QuotaDraft quota) {
    for (QuotaClause.Counts counts : quota.clauses.counts) {
      condition(product, product.callChoices.resolve(counts.calls()), counts.when());
    }
    costs(product, quota.clauses.costs);
    for (QuotaClause.Version version : quota.clauses.versions) {
      costs(product, new QuotaClauses(version.clauses()).costs);
    }
    for (QuotaClause line : quota.clauses.beyond) {
      condition(product, quota.counts(), BeyondLines.condition(line));
    }
  }

  private static void costs(ProductDraft product, List<CallCost> costs) {
    for (CallCost cost : costs) {
      ChosenCalls calls = product.callChoices.resolve(cost.calls());
      condition(product, calls, cost.when());
      cost.charge().accept(new Counted()).forEach(use -> note(product, calls, use));
      if (!calls.complete()) {
        product.calls.values().forEach(ParameterTypes::mayBeUsed);
      }
    }
  }

  private static void condition(
      ProductDraft product, ChosenCalls calls, Optional<Condition> condition) {
    condition.stream()
        .flatMap(found -> found.accept(new Compared()))
        .filter(use -> !product.facts.has(use.parameter().text()))
        .forEach(use -> note(product, calls, use));
  }

  private static void note(ProductDraft product, ChosenCalls calls, Use use) {
    Set<String> here = calls.set().declared();
    List<CallDraft> used =
        product.calls.values().stream().filter(call -> here.contains(call.name().text())).toList();
    List<ParameterDraft> parameters =
        used.stream()
            .flatMap(call -> call.parameter(use.parameter().text()).stream())
            .distinct()
            .toList();
    parameters.forEach(parameter -> parameter.use(use.type(), use.span(), product.findings()));
    String name = use.parameter().text();
    if (parameters.isEmpty() && !product.keys.has(name) && !product.seats.has(name)) {
      used.forEach(ParameterTypes::mayBeUsed);
    }
  }

  /** Parameters that costs multiply with or look up: counts. */
  private static final class Counted
      implements Charge.Visitor<Stream<Use>>, Cost.Visitor<Stream<Use>> {

    @Override
    public Stream<Use> costs(Charge.Costs costs) {
      return costs.cost().accept(this);
    }

    @Override
    public Stream<Use> notCounted(Charge.NotCounted notCounted) {
      return Stream.empty();
    }

    @Override
    public Stream<Use> holds(Charge.Holds holds) {
      return Stream.concat(holds.hold().accept(this), holds.settle().accept(this));
    }

    @Override
    public Stream<Use> fixed(Cost.Fixed fixed) {
      return Stream.empty();
    }

    @Override
    public Stream<Use> perParameter(Cost.PerParameter perParameter) {
      return count(perParameter.parameter());
    }

    @Override
    public Stream<Use> sumOfCalls(Cost.SumOfCalls sumOfCalls) {
      return Stream.empty();
    }

    @Override
    public Stream<Use> sum(Cost.Sum sum) {
      return sum.terms().stream().flatMap(term -> term.accept(this));
    }

    @Override
    public Stream<Use> atLeast(Cost.AtLeast atLeast) {
      return atLeast.cost().accept(this);
    }

    @Override
    public Stream<Use> bands(Cost.Bands bands) {
      return count(bands.parameter());
    }

    private static Stream<Use> count(Name parameter) {
      return Stream.of(new Use(parameter, new ValueType.Count(), parameter.span()));
    }
  }

  /** Parameters that are compared: they have the type of the literal. */
  private static final class Compared implements Condition.Visitor<Stream<Use>> {

    @Override
    public Stream<Use> all(Condition.All all) {
      return all.parts().stream().flatMap(part -> part.accept(this));
    }

    @Override
    public Stream<Use> either(Condition.Either either) {
      return either.parts().stream().flatMap(part -> part.accept(this));
    }

    @Override
    public Stream<Use> compare(Condition.Compare compare) {
      return compared(compare.subject(), List.of(compare.value()));
    }

    @Override
    public Stream<Use> given(Condition.Given given) {
      return Stream.empty();
    }

    @Override
    public Stream<Use> among(Condition.Among among) {
      return compared(among.subject(), among.values());
    }

    private static Stream<Use> compared(Subject subject, List<Literal> values) {
      return subject instanceof Subject.Named named
          ? values.stream()
              .map(value -> new Use(named.name(), value.accept(new TypeOf()), subject.span()))
          : Stream.empty();
    }
  }

  private static final class TypeOf implements Literal.Visitor<ValueType> {

    @Override
    public ValueType flag(Literal.Flag flag) {
      return new ValueType.YesOrNo();
    }

    @Override
    public ValueType number(Literal.Number number) {
      return new ValueType.Count();
    }

    @Override
    public ValueType percent(Literal.Percent percent) {
      return new ValueType.Percent();
    }

    @Override
    public ValueType quoted(Literal.Quoted quoted) {
      return new ValueType.Text();
    }

    @Override
    public ValueType word(Literal.Word word) {
      return new ValueType.Text();
    }

    @Override
    public ValueType time(Literal.Time time) {
      return new ValueType.Date();
    }
  }
}
