package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every product has tests; those that could not be read, or name none, may be a product's. */
final class CheckTested implements Stage {

  @Override
  public void run(Draft draft) {
    if (draft.hasTestsOfNothing || draft.isDamaged("test")) {
      return;
    }
    Set<String> tested = new HashSet<>();
    List<String> names = draft.products.stream().map(ProductDraft::name).toList();
    for (WrittenTest test : draft.tests) {
      String name = test.target().product().text();
      tested.add(names.contains(name) ? name : NearestName.of(name, names).orElse(name));
    }
    for (ProductDraft product : draft.products) {
      if (!tested.contains(product.name())) {
        draft.findings.add(
            Diagnostic.of(
                    DiagnosticCode.PRODUCT_WITHOUT_TESTS,
                    product.tree.name().span(),
                    "product `%s` has no tests".formatted(product.name()))
                .withHint("begin with `tests for %s as of DATE`".formatted(product.name())));
      }
    }
  }
}
