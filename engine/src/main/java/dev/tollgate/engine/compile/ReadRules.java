package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Period;
import dev.tollgate.grammar.tree.RuleClause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads rules; all titles are known, so that one may override another that stands below it. */
final class ReadRules implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      product.allRules.forEach(ReadRules::read);
      for (RuleClauses rule : product.rulesWithoutQuota) {
        new Conditions(product, Scene.ACCOUNT).read(condition(product, rule));
        Periods.of(product).read(period(product, rule));
      }
    }
  }

  private static Optional<dev.tollgate.grammar.tree.Condition> condition(
      ProductDraft product, RuleClauses clauses) {
    return Once.of(clauses.conditions, RuleClause.Holds::span, "when", product.findings())
        .map(RuleClause.Holds::condition);
  }

  private static Optional<Period> period(ProductDraft product, RuleClauses clauses) {
    return Once.of(clauses.periods, RuleClause.InForce::span, "from", product.findings())
        .map(RuleClause.InForce::period);
  }

  /** A rule that only prices calls is about the calls of accounts, whoever shares the counter. */
  private static Optional<Condition> when(RuleDraft rule) {
    Optional<dev.tollgate.grammar.tree.Condition> tree = condition(rule.product, rule.clauses);
    boolean prices = rule.clauses.puts.isEmpty() && rule.clauses.adds.isEmpty();
    return prices
        ? new Conditions(rule.product, Scene.ACCOUNT).read(tree)
        : Conditions.ofAccounts(rule.quota, tree);
  }

  private static void read(RuleDraft rule) {
    ProductDraft product = rule.product;
    rule.when = when(rule);
    rule.during = Periods.of(rule.quota).read(period(product, rule.clauses));
    List<Rule.Effect> effects = effects(rule);
    Optional<String> overrides =
        Once.of(rule.clauses.overrides, RuleClause.Overrides::span, "overrides", product.findings())
            .flatMap(line -> overridden(rule, line));
    boolean right = effects.size() == lines(rule) && rule.when.isPresent();
    if (!right || rule.during.isEmpty() || effects.isEmpty()) {
      return;
    }
    rule.built =
        Optional.of(
            new Rule(
                rule.title(),
                product.name(),
                rule.quota.name(),
                rule.when.get(),
                rule.during.get(),
                effects,
                overrides,
                product.sources().place(rule.tree.title().span())));
  }

  private static int lines(RuleDraft rule) {
    return rule.clauses.puts.size() + rule.clauses.adds.size() + rule.clauses.costs.size();
  }

  private static List<Rule.Effect> effects(RuleDraft rule) {
    ProductDraft product = rule.product;
    if (lines(rule) == 0 && !product.draft.isDamaged(rule.title())) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.SAYS_NOTHING,
                      rule.tree.title().span(),
                      "the rule changes nothing")
                  .withHint("say `add N`, `set N` or `call … costs N`"));
    }
    List<Rule.Effect> effects = new ArrayList<>();
    Once.of(rule.clauses.puts, RuleClause.Put::span, "set", product.findings());
    for (RuleClause.Put put : rule.clauses.puts) {
      put.cap()
          .ifPresent(
              cap ->
                  product
                      .findings()
                      .add(
                          DiagnosticCode.AMOUNT_MISPLACED,
                          cap.span(),
                          "a rule leaves the cap of the edition as it is"));
      amount(rule, put.amount())
          .ifPresent(
              amount ->
                  effects.add(
                      new Rule.Effect.SetTo(
                          amount, words(rule, put.span()), place(rule, put.span()))));
    }
    for (RuleClause.Add add : rule.clauses.adds) {
      amount(rule, add.amount())
          .ifPresent(
              amount ->
                  effects.add(
                      new Rule.Effect.Add(
                          amount, words(rule, add.span()), place(rule, add.span()))));
    }
    rule.costs.addAll(new CostLines(product, rule.quota.unit()).read(rule.clauses.costs));
    for (CostLine line : rule.costs) {
      line.built()
          .ifPresent(
              cost -> effects.add(new Rule.Effect.SetCost(cost, place(rule, line.tree().span()))));
    }
    return effects;
  }

  private static Optional<Amount> amount(RuleDraft rule, dev.tollgate.grammar.tree.Amount amount) {
    Set<Product.Edition> editions = new LinkedHashSet<>(rule.product.editions.values());
    return Amounts.of(rule.quota, editions).flatMap(amounts -> amounts.read(amount));
  }

  private static Optional<String> overridden(RuleDraft rule, RuleClause.Overrides line) {
    Name title = new Name(line.title().value(), line.title().span());
    Optional<RuleDraft> other = rule.product.rules.find(title);
    if (other.isPresent() && other.get().quota != rule.quota) {
      rule.product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.UNKNOWN_RULE,
                      title.span(),
                      "\"%s\" is a rule for `%s`, and this one is for `%s`"
                          .formatted(title.text(), other.get().quota.id(), rule.quota.id()))
                  .withRelated(other.get().tree.title().span(), "it stands here"));
      return Optional.empty();
    }
    return other.map(RuleDraft::title);
  }

  private static Place place(RuleDraft rule, Span span) {
    return rule.product.sources().place(span);
  }

  private static String words(RuleDraft rule, Span span) {
    return rule.product.sources().words(span);
  }
}
