package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Parameter;
import dev.tollgate.grammar.tree.ProductClause;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Enters calls with their parameters, then groups, whose patterns need all calls. */
final class DeclareCalls implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      product.clauses.calls.forEach(clause -> calls(product, clause));
      product.clauses.groups.forEach(clause -> group(product, clause));
    }
  }

  private static void calls(ProductDraft product, ProductClause.Calls clause) {
    Map<String, ParameterDraft> parameters = new LinkedHashMap<>();
    for (Parameter parameter : clause.parameters()) {
      ParameterDraft read = parameter(product, parameter);
      ParameterDraft first = parameters.putIfAbsent(parameter.name().text(), read);
      if (first != null) {
        Name name = parameter.name();
        product.findings().add(Names.declaredTwice(name.text(), name.span(), first.name.span()));
      }
    }
    OptionalInt composedOf =
        clause
            .subCalls()
            .map(most -> product.quantities.whole(most, "number of calls", 1, Integer.MAX_VALUE))
            .map(most -> OptionalInt.of((int) most.orElse(1)))
            .orElse(OptionalInt.empty());
    for (Name name : clause.names()) {
      if (name.isPattern()) {
        product
            .findings()
            .add(
                DiagnosticCode.CLAUSE_MISPLACED,
                name.span(),
                "`%s` is a pattern: calls are declared by their names".formatted(name.text()));
      } else {
        product.calls.declare(name, new CallDraft(name, parameters, composedOf));
      }
    }
  }

  private static ParameterDraft parameter(ProductDraft product, Parameter parameter) {
    Optional<ValueType> type =
        parameter.type().flatMap(said -> said.accept(new ValueTypes(product, Optional.empty())));
    OptionalLong most =
        parameter
            .upTo()
            .map(number -> product.quantities.whole(number, "bound", 0, Long.MAX_VALUE))
            .orElse(OptionalLong.empty());
    if (parameter.upTo().isPresent() && type.isEmpty()) {
      type = Optional.of(new ValueType.Count());
    }
    return new ParameterDraft(parameter.name(), type, most);
  }

  private static void group(ProductDraft product, ProductClause.CallGroup clause) {
    Name name = clause.name();
    Optional<Names.Entry<CallDraft>> call = product.calls.look(name.text());
    if (call.isPresent()) {
      Span first = call.get().name().span();
      product.findings().add(Names.declaredTwice(name.text(), name.span(), first));
      return;
    }
    Set<String> calls = new LinkedHashSet<>();
    boolean right = true;
    for (Name member : clause.members()) {
      Set<String> found = product.callChoices.members(List.of(member));
      right &= !found.isEmpty();
      calls.addAll(found);
    }
    calls = product.callChoices.without(calls, clause.except());
    if (calls.isEmpty() && right) {
      product
          .findings()
          .add(
              DiagnosticCode.PATTERN_MATCHES_NOTHING,
              name.span(),
              "group `%s` has no calls".formatted(name.text()));
    }
    product.groups.declare(name, calls);
  }
}
