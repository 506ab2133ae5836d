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

/** Learns the types of parameters from all lines that use them, before any line is read. */
final class ParameterTypes implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      for (QuotaDraft quota : product.allQuotas) {
        quota(product, quota.clauses);
      }
      product.allRules.forEach(rule -> costs(product, rule.clauses.costs));
    }
    draft.contracts.forEach(contract -> costs(contract.product, contract.clauses.costs));
  }

  private static void quota(ProductDraft product, QuotaClauses clauses) {
    clauses.counts.forEach(
        counts -> condition(product, product.callChoices.resolve(counts.calls()), counts.when()));
    costs(product, clauses.costs);
    for (QuotaClause.Version version : clauses.versions) {
      costs(product, new QuotaClauses(version.clauses()).costs);
    }
  }

  private static void costs(ProductDraft product, List<CallCost> costs) {
    for (CallCost cost : costs) {
      ChosenCalls calls = product.callChoices.resolve(cost.calls());
      condition(product, calls, cost.when());
      Uses uses = new Uses(product, calls);
      cost.charge().accept(uses).forEach(part -> part.accept(uses));
    }
  }

  private static void condition(
      ProductDraft product, ChosenCalls calls, Optional<Condition> condition) {
    condition.ifPresent(found -> found.accept(new Compared(product, calls)));
  }

  private static void use(
      ProductDraft product, ChosenCalls calls, Name name, ValueType type, Span span) {
    Set<String> here = calls.set().declared();
    product.calls.values().stream()
        .filter(call -> here.contains(call.name().text()))
        .flatMap(call -> call.parameter(name.text()).stream())
        .distinct()
        .forEach(parameter -> parameter.use(type, span, product.findings()));
  }

  /** Parameters that costs multiply with or look up: counts. */
  private record Uses(ProductDraft product, ChosenCalls calls)
      implements Charge.Visitor<List<Cost>>, Cost.Visitor<Void> {

    @Override
    public List<Cost> costs(Charge.Costs costs) {
      return List.of(costs.cost());
    }

    @Override
    public List<Cost> notCounted(Charge.NotCounted notCounted) {
      return List.of();
    }

    @Override
    public List<Cost> holds(Charge.Holds holds) {
      return List.of(holds.hold(), holds.settle());
    }

    @Override
    public Void fixed(Cost.Fixed fixed) {
      return null;
    }

    @Override
    public Void perParameter(Cost.PerParameter perParameter) {
      return count(perParameter.parameter());
    }

    @Override
    public Void sumOfCalls(Cost.SumOfCalls sumOfCalls) {
      return null;
    }

    @Override
    public Void sum(Cost.Sum sum) {
      sum.terms().forEach(term -> term.accept(this));
      return null;
    }

    @Override
    public Void atLeast(Cost.AtLeast atLeast) {
      return atLeast.cost().accept(this);
    }

    @Override
    public Void bands(Cost.Bands bands) {
      return count(bands.parameter());
    }

    private Void count(Name parameter) {
      use(product, calls, parameter, new ValueType.Count(), parameter.span());
      return null;
    }
  }

  /** Parameters that are compared: they have the type of the literal. */
  private record Compared(ProductDraft product, ChosenCalls calls)
      implements Condition.Visitor<Void> {

    @Override
    public Void all(Condition.All all) {
      all.parts().forEach(part -> part.accept(this));
      return null;
    }

    @Override
    public Void either(Condition.Either either) {
      either.parts().forEach(part -> part.accept(this));
      return null;
    }

    @Override
    public Void compare(Condition.Compare compare) {
      return compared(compare.subject(), List.of(compare.value()));
    }

    @Override
    public Void given(Condition.Given given) {
      return null;
    }

    @Override
    public Void among(Condition.Among among) {
      return compared(among.subject(), among.values());
    }

    private Void compared(Subject subject, List<Literal> values) {
      if (subject instanceof Subject.Named named && !product.facts.has(named.name().text())) {
        for (Literal value : values) {
          use(product, calls, named.name(), value.accept(new TypeOf()), subject.span());
        }
      }
      return null;
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
