package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Condition;
import dev.tollgate.grammar.tree.Subject;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
      Space space = product.space();
      for (QuotaDraft quota : product.allQuotas) {
        List<RuleDraft> rules =
            product.allRules.stream()
                .filter(rule -> rule.quota == quota && rule.built.isPresent())
                .toList();
        compareAll(space, rules);
      }
    }
  }

  /** A rule and the accounts and times for which it holds. */
  private record Held(RuleDraft rule, Region region) {}

  private static void compareAll(Space space, List<RuleDraft> rules) {
    List<Held> before = new ArrayList<>();
    for (RuleDraft rule : rules) {
      try {
        signsUpInTime(rule);
        Held held = new Held(rule, accounts(space, rule));
        before.forEach(other -> compare(space, other, held));
        before.add(held);
      } catch (Region.TooManyBoxes tooMany) {
        rule.product
            .findings()
            .add(
                DiagnosticCode.CONDITION_TOO_LARGE,
                rule.tree.title().span(),
                "the conditions of this rule and of those above come to too many cases");
      }
    }
  }

  /** Whoever a rule is for has signed up by the time it ends. */
  private static void signsUpInTime(RuleDraft rule) {
    Optional<Stretch.Bound> end = rule.during.flatMap(Stretch::until);
    Region accounts = Region.of(rule.when.orElseThrow());
    if (end.isEmpty() || accounts.isEmpty()) {
      return;
    }
    ValueSet absent = ValueSet.everything(true).minus(ValueSet.given(true));
    ValueSet inTime = ValueSet.between(Long.MIN_VALUE, lastDay(end.get()).toEpochDay());
    Region before = Region.of(Box.of(Attribute.SIGNED_UP, inTime.union(absent)));
    if (accounts.intersect(before).isEmpty()) {
      rule.product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.NEVER_HOLDS,
                      signUp(rule.clauses.conditions.get(0).condition()),
                      "nobody who signs up then is an account before the rule ends")
                  .withRelated(rule.clauses.periods.get(0).span(), "it ends here"));
    }
  }

  /** Where the condition speaks of the day, if it is one of several that all have to hold. */
  private static Span signUp(Condition condition) {
    List<Condition> parts =
        condition instanceof Condition.All all ? all.parts() : List.of(condition);
    return parts.stream()
        .filter(
            part ->
                part instanceof Condition.Compare compare
                    && compare.subject() instanceof Subject.SignedUp)
        .map(Condition::span)
        .reduce((one, other) -> condition.span())
        .orElse(condition.span());
  }

  /** The last day in any zone of which a part lies before the end. */
  private static LocalDate lastDay(Stretch.Bound end) {
    return end instanceof Stretch.Bound.Day day
        ? day.date().minusDays(1)
        : LocalDate.ofInstant(end.in(ZoneOffset.UTC), ZoneOffset.MAX);
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
                      next.get().clauses.overrides.get(0).title().span(),
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

  /** Whether a rule overrides another, or a rule that there is not, which may be the other. */
  private static boolean mayOverride(RuleDraft rule, RuleDraft other) {
    return !rule.clauses.overrides.isEmpty()
        && overridden(rule).filter(title -> !title.equals(other.title())).isEmpty();
  }

  private static void compare(Space space, Held one, Held other) {
    RuleDraft first = one.rule();
    RuleDraft second = other.rule();
    boolean bothPut = !first.clauses.puts.isEmpty() && !second.clauses.puts.isEmpty();
    boolean bothCost = !first.costs.isEmpty() && !second.costs.isEmpty();
    boolean settled = mayOverride(first, second) || mayOverride(second, first);
    if (settled || !(bothPut || bothCost)) {
      return;
    }
    Region both = one.region().intersect(other.region());
    if (bothPut && !both.isEmpty()) {
      report(first, second, "the allotment", Example.of(first.product, both, space.accounts()));
    } else {
      compareCosts(space, first, second, both);
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
                call.equals(CostTable.UNDECLARED)
                    ? "what a call that nobody declared costs"
                    : "what `%s` costs".formatted(call),
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
