package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** No two rules set the same for one account at one time, unless one overrides the other. */
final class CheckRules implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      circles(product);
      Space space = new Space(product);
      for (QuotaDraft quota : product.allQuotas) {
        List<RuleDraft> rules =
            product.allRules.stream()
                .filter(rule -> rule.quota == quota && rule.built.isPresent())
                .toList();
        for (int i = 0; i < rules.size(); i++) {
          for (int j = 0; j < i; j++) {
            compare(space, rules.get(j), rules.get(i));
          }
        }
      }
    }
  }

  /** Rules that override each other in a circle would leave none. */
  private static void circles(ProductDraft product) {
    Map<String, RuleDraft> byTitle = new LinkedHashMap<>();
    product.allRules.forEach(rule -> byTitle.putIfAbsent(rule.title(), rule));
    Set<String> done = new HashSet<>();
    for (RuleDraft rule : product.allRules) {
      Set<String> path = new HashSet<>();
      Optional<RuleDraft> next = Optional.of(rule);
      while (next.isPresent() && !done.contains(next.get().title())) {
        if (!path.add(next.get().title())) {
          product
              .findings()
              .add(
                  Diagnostic.of(
                      DiagnosticCode.CIRCULAR,
                      next.get().clauses.overrides.get(0).span(),
                      "\"%s\" overrides rules that in the end override it"
                          .formatted(next.get().title())));
          break;
        }
        next = overridden(next.get()).map(byTitle::get);
      }
      done.addAll(path);
    }
  }

  private static Optional<String> overridden(RuleDraft rule) {
    return rule.built.flatMap(Rule::overrides);
  }

  private static void compare(Space space, RuleDraft first, RuleDraft second) {
    boolean settled =
        overridden(first).filter(second.title()::equals).isPresent()
            || overridden(second).filter(first.title()::equals).isPresent();
    if (settled) {
      return;
    }
    try {
      Region both = accounts(space, first).intersect(accounts(space, second));
      if (!first.clauses.puts.isEmpty() && !second.clauses.puts.isEmpty() && !both.isEmpty()) {
        report(first, second, "the allotment", Example.of(first.product, both, space.accounts()));
        return;
      }
      compareCosts(space, first, second, both);
    } catch (Region.TooManyBoxes tooMany) {
      first
          .product
          .findings()
          .add(
              DiagnosticCode.CONDITION_TOO_LARGE,
              second.tree.title().span(),
              "the conditions of this rule and \"%s\" come to too many cases to compare"
                  .formatted(first.title()));
    }
  }

  private static Region accounts(Space space, RuleDraft rule) {
    return Region.of(rule.when.orElseThrow())
        .intersect(Region.of(space.accounts()))
        .intersect(space.during(rule.during.orElseThrow()));
  }

  private static void compareCosts(Space space, RuleDraft first, RuleDraft second, Region both) {
    for (CostLine mine : second.costs) {
      for (CostLine theirs : first.costs) {
        for (String call : common(mine, theirs)) {
          Region meeting =
              both.intersect(Region.of(space.calls(call)))
                  .intersect(Region.of(mine.when().orElseThrow()))
                  .intersect(Region.of(theirs.when().orElseThrow()));
          if (!meeting.isEmpty()) {
            report(
                first,
                second,
                "what `%s` costs".formatted(call),
                Example.of(first.product, meeting, space.calls(call)));
            return;
          }
        }
      }
    }
  }

  private static List<String> common(CostLine a, CostLine b) {
    List<String> common = new ArrayList<>(a.calls().set().declared());
    common.retainAll(b.calls().set().declared());
    common.sort(null);
    if (a.calls().set().undeclared() && b.calls().set().undeclared()) {
      common.add(CostTable.UNDECLARED);
    }
    return common;
  }

  private static void report(
      RuleDraft first, RuleDraft second, String what, Optional<String> example) {
    Diagnostic found =
        Diagnostic.of(
                DiagnosticCode.RULES_CLASH,
                second.tree.title().span(),
                "this rule and \"%s\" both set %s".formatted(first.title(), what))
            .withRelated(first.tree.title().span(), "the other rule");
    second
        .product
        .findings()
        .add(
            example
                .map(text -> found.withHint("for example when " + text))
                .orElse(found)
                .withHint("if this one decides, add `overrides \"%s\"`".formatted(first.title())));
  }
}
