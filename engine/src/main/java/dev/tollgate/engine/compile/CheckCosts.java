package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every call that a quota counts has a price, whatever its parameters are. */
final class CheckCosts implements Stage {

  private static final int MOST_NAMED = 3;

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      Space space = product.space();
      for (QuotaDraft quota : product.allQuotas) {
        Set<List<CostLine>> checked = new HashSet<>();
        for (VersionDraft version : quota.versions) {
          if (checked.add(version.costs())) {
            check(quota, space, version);
          }
        }
      }
    }
  }

  private static void check(QuotaDraft quota, Space space, VersionDraft version) {
    Draft draft = quota.product.draft;
    if (draft.isDamaged("call") || quota.countsWhen.isEmpty()) {
      return;
    }
    if (version.costs().isEmpty()) {
      needsPrices(quota, version);
      return;
    }
    boolean complete =
        quota.counts().complete()
            && version.costs().stream().allMatch(line -> line.calls().complete());
    try {
      if (complete) {
        report(quota, version, new CostTable(quota, space, version.costs()).unpriced());
      }
    } catch (Region.TooManyBoxes tooMany) {
      draft.findings.add(
          DiagnosticCode.CONDITION_TOO_LARGE,
          version.name().span(),
          "the cost lines of `%s` come to too many cases to compare"
              .formatted(version.name().text()));
    }
  }

  /** Without lines every call costs one; money and time have no natural one. */
  private static void needsPrices(QuotaDraft quota, VersionDraft version) {
    boolean natural =
        quota
            .unit()
            .filter(unit -> unit.kind() == Unit.Kind.MONEY || unit.kind() == Unit.Kind.DURATION)
            .isEmpty();
    if (!natural) {
      quota.product.draft.missing(
          version.name(),
          "`%s` does not say what a call costs",
          "add a line such as `any call costs N`");
    }
  }

  private static void report(
      QuotaDraft quota, VersionDraft version, Map<String, Optional<String>> unpriced) {
    Map<Optional<String>, List<String>> byExample = new LinkedHashMap<>();
    unpriced.forEach(
        (call, example) ->
            byExample.computeIfAbsent(example, unused -> new ArrayList<>()).add(call));
    byExample.forEach(
        (example, calls) ->
            quota
                .product
                .findings()
                .add(
                    Diagnostic.of(
                            DiagnosticCode.CALL_NOT_PRICED,
                            version.name().span(),
                            "`%s` does not say what %s costs%s"
                                .formatted(
                                    version.name().text(),
                                    calls(calls),
                                    example.map(text -> " when " + text).orElse("")))
                        .withHint("add a line for it, or end with `any other call costs 1`")));
  }

  private static String calls(List<String> calls) {
    boolean undeclared = calls.remove(CostTable.UNDECLARED);
    List<String> named = calls.subList(0, Math.min(MOST_NAMED, calls.size()));
    List<String> items = new ArrayList<>(named.stream().map(call -> "`" + call + "`").toList());
    int left = calls.size() - named.size();
    if (left > 0) {
      items.add(left == 1 ? "one other call" : left + " other calls");
    }
    if (undeclared) {
      items.add("a call that nobody declared");
    }
    int last = items.size() - 1;
    return last == 0
        ? items.get(0)
        : String.join(", ", items.subList(0, last)) + " or " + items.get(last);
  }
}
