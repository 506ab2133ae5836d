package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Name;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** No add-on needs itself, be it through others: nobody could ever hold it. */
final class CheckNeeds implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      Set<AddOnDraft> done = new HashSet<>();
      product.allAddOns.forEach(addOn -> follow(product, addOn, done));
    }
  }

  private static void follow(ProductDraft product, AddOnDraft addOn, Set<AddOnDraft> done) {
    Set<AddOnDraft> path = new HashSet<>();
    Optional<AddOnDraft> next = Optional.of(addOn);
    while (next.isPresent() && !done.contains(next.get())) {
      if (!path.add(next.get())) {
        product
            .findings()
            .add(
                Diagnostic.of(
                    DiagnosticCode.CIRCULAR,
                    next.get().clauses.needsAddOns.get(0).addOn().span(),
                    "add-on `%s` needs itself in the end".formatted(next.get().name().text())));
        break;
      }
      next = needed(product, next.get());
    }
    done.addAll(path);
  }

  private static Optional<AddOnDraft> needed(ProductDraft product, AddOnDraft addOn) {
    return addOn.clauses.needsAddOns.stream()
        .findFirst()
        .map(line -> line.addOn())
        .map(Name::text)
        .flatMap(product.addOns::look)
        .flatMap(Names.Entry::value);
  }
}
