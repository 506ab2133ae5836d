package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.util.HashMap;
import java.util.Map;

/**
 * Two calls do not differ by a plural or an underscore alone: one of them is a slip, and what it
 * costs is found out by a customer.
 */
final class CheckCallNames implements Stage {

  @Override
  public void run(Draft draft) {
    draft.products.forEach(CheckCallNames::check);
  }

  private static void check(ProductDraft product) {
    Map<String, CallDraft> seen = new HashMap<>();
    for (CallDraft call : product.calls.values()) {
      CallDraft first = seen.putIfAbsent(plain(call.name().text()), call);
      if (first != null) {
        product
            .findings()
            .add(
                Diagnostic.of(
                        DiagnosticCode.SIMILAR_CALLS,
                        call.name().span(),
                        "`%s` is nearly the same as `%s`"
                            .formatted(call.name().text(), first.name().text()))
                    .withRelated(first.name().span(), "the other call"));
      }
    }
  }

  /** What is left of a name without plurals and underscores. */
  private static String plain(String name) {
    return name.replace("_", "").replaceAll("s(?=\\.|$)", "");
  }
}
