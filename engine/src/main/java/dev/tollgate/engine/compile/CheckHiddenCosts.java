package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Condition;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every cost line decides some call: of a call that it names by itself, and of each group. */
final class CheckHiddenCosts implements Stage {

  private static final int MOST_SHOWN = 3;

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      Space space = product.space();
      for (QuotaDraft quota : product.allQuotas) {
        Set<List<CostLine>> checked = new HashSet<>();
        quota.versions.stream()
            .map(VersionDraft::costs)
            .filter(checked::add)
            .forEach(lines -> check(quota, space, lines));
      }
      product.allRules.forEach(rule -> check(rule.quota, space, rule.costs));
    }
    for (ContractDraft contract : draft.contracts) {
      contract.costs.forEach((quota, lines) -> check(quota, contract.product.space(), lines));
    }
  }

  private static void check(QuotaDraft quota, Space space, List<CostLine> lines) {
    if (quota.countsWhen.isEmpty() || lines.isEmpty()) {
      return;
    }
    try {
      CostTable table = new CostTable(quota, space, lines);
      lines.forEach(line -> check(quota, table, line));
    } catch (Region.TooManyBoxes tooMany) {
      // Said where the conditions stand, or by the check that every call has a price.
      return;
    }
  }

  private static void check(QuotaDraft quota, CostTable table, CostLine line) {
    Map<Span, Set<String>> wholes = new LinkedHashMap<>();
    if (line.calls().isEvery()) {
      Set<String> all = new TreeSet<>(line.calls().set().declared());
      if (line.calls().set().undeclared()) {
        all.add(CostTable.UNDECLARED);
      }
      wholes.put(line.calls().span(), all);
    }
    line.calls().parts().forEach(part -> wholes.put(part.name().span(), part.calls()));
    if (wholes.size() > 1
        && wholes.values().stream().allMatch(calls -> isHidden(quota, table, line, calls))) {
      whole(quota, table, line, wholes);
    } else {
      wholes.forEach((span, calls) -> check(quota, table, line, span, calls));
    }
  }

  /** All names of a line are hidden: that is one mistake, in the condition if no line is above. */
  private static void whole(
      QuotaDraft quota, CostTable table, CostLine line, Map<Span, Set<String>> wholes) {
    Set<String> calls = new TreeSet<>();
    wholes.values().forEach(calls::addAll);
    calls.removeIf(call -> !isCounted(quota, call));
    boolean never = calls.stream().allMatch(call -> table.hiding(line, call).isEmpty());
    Span names = line.tree().calls().span();
    Span place = never ? line.tree().when().map(Condition::span).orElse(names) : names;
    report(quota, table, line, calls, place, "");
  }

  private static void check(
      QuotaDraft quota, CostTable table, CostLine line, Span span, Set<String> calls) {
    String word = line.calls().isEvery() ? "" : " of `" + quota.product.sources().words(span) + "`";
    Set<String> counted = new LinkedHashSet<>(calls);
    counted.removeIf(call -> !isCounted(quota, call));
    if (counted.isEmpty()) {
      if (!calls.isEmpty() && quota.counts().complete()) {
        quota
            .product
            .findings()
            .add(
                Diagnostic.of(
                        DiagnosticCode.CALL_NOT_COUNTED,
                        span,
                        "quota `%s` counts no call%s".formatted(quota.name(), word))
                    .withRelated(quota.counts().span(), "this is what it counts"));
      }
      return;
    }
    if (counted.stream().allMatch(call -> table.isHidden(line, call))) {
      report(quota, table, line, counted, span, word);
    }
  }

  /** Whether calls are counted, and none of them reaches a line. */
  private static boolean isHidden(
      QuotaDraft quota, CostTable table, CostLine line, Set<String> calls) {
    List<String> counted = calls.stream().filter(call -> isCounted(quota, call)).toList();
    return !counted.isEmpty() && counted.stream().allMatch(call -> table.isHidden(line, call));
  }

  private static void report(
      QuotaDraft quota,
      CostTable table,
      CostLine line,
      Set<String> counted,
      Span span,
      String word) {
    Set<CostLine> hiding = new TreeSet<>(Comparator.comparing(above -> above.tree().span()));
    counted.forEach(call -> hiding.addAll(table.hiding(line, call)));
    Diagnostic found =
        Diagnostic.of(
            DiagnosticCode.HIDDEN_LINE,
            span,
            hiding.isEmpty()
                ? "no call%s meets the condition of this line".formatted(word)
                : "no call%s reaches this line".formatted(word));
    for (CostLine above : hiding.stream().limit(MOST_SHOWN).toList()) {
      found = found.withRelated(above.tree().span(), "this line decides first");
    }
    quota.product.findings().add(found);
  }

  private static boolean isCounted(QuotaDraft quota, String call) {
    return call.equals(CostTable.UNDECLARED)
        ? quota.counts().set().undeclared()
        : quota.counts().set().declared().contains(call);
  }
}
