package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Lines;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Notes where the lines of quotas, versions, add-ons, rules and contracts are written. */
final class LineIndex {

  private final Map<Place, Map<String, Place>> places = new HashMap<>();

  Lines of(Draft draft) {
    for (ProductDraft product : draft.products) {
      product.allQuotas.forEach(this::add);
      for (AddOnDraft addOn : product.allAddOns) {
        add(product, addOn.name().span(), addOn.tree.clauses(), clause -> clause.span());
      }
      for (RuleDraft rule : product.allRules) {
        add(product, rule.tree.title().span(), rule.tree.clauses(), clause -> clause.span());
      }
    }
    for (ContractDraft contract : draft.contracts) {
      add(
          contract.product,
          contract.tree.title().span(),
          contract.tree.clauses(),
          clause -> clause.span());
    }
    return new Lines(places);
  }

  private void add(QuotaDraft quota) {
    add(quota.product, quota.tree.name().span(), quota.tree.clauses(), clause -> clause.span());
  }

  private <C> void add(ProductDraft product, Span clause, List<C> lines, Function<C, Span> spanOf) {
    Sources sources = product.sources();
    for (C line : lines) {
      Span span = spanOf.apply(line);
      String word = sources.words(span).split(" ", 2)[0];
      places
          .computeIfAbsent(sources.place(clause), unused -> new HashMap<>())
          .putIfAbsent(word, sources.place(span));
    }
  }
}
