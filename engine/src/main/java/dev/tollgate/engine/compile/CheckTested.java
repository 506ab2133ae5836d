package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.util.HashSet;
import java.util.Set;

/** Every product has tests. */
final class CheckTested implements Stage {

  @Override
  public void run(Draft draft) {
    Set<String> tested = new HashSet<>();
    draft.tests.forEach(test -> tested.add(test.target().product().text()));
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
