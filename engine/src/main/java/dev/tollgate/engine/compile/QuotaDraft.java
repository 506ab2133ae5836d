package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Scope;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.CallChoice;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A quota in the making; the stage that reads its lines fills it. */
final class QuotaDraft {

  final ProductDraft product;
  final ProductClause.Quota tree;
  final QuotaClauses clauses;
  final List<VersionDraft> versions = new ArrayList<>();
  final List<Beyond> beyond = new ArrayList<>();
  final List<BigDecimal> warnAt = new ArrayList<>();

  /** Empty when it is wrong and reported; found when it is first needed. */
  private Optional<Optional<Unit>> unit = Optional.empty();

  /** Set when the line is read; what is wrong and reported stays empty. */
  Optional<Window> window = Optional.empty();

  Scope scope = Scope.ACCOUNT;
  Optional<ChosenCalls> counts = Optional.empty();
  Optional<Condition> countsWhen = Optional.empty();
  Optional<Stretch.Bound> restartsAt = Optional.empty();

  QuotaDraft(ProductDraft product, ProductClause.Quota tree) {
    this.product = product;
    this.tree = tree;
    this.clauses = new QuotaClauses(tree.clauses());
  }

  String name() {
    return tree.name().text();
  }

  String id() {
    return product.name() + "." + name();
  }

  Optional<Unit> unit() {
    if (unit.isEmpty()) {
      unit = Optional.of(product.quantities.unit(tree.unit()));
    }
    return unit.get();
  }

  boolean isShared() {
    return !scope.perAccount();
  }

  /** Says that all accounts share the counter, and what therefore does not go. */
  Diagnostic sharedByAccounts(Span span, String therefore) {
    return Diagnostic.of(
        DiagnosticCode.SHARED_BY_ACCOUNTS,
        span,
        "all accounts share the counter of `%s`, so %s".formatted(name(), therefore));
  }

  boolean isBucket() {
    return window.filter(found -> found instanceof Window.Bucket).isPresent();
  }

  /** The calls it counts; all where it does not say. */
  ChosenCalls counts() {
    return counts.orElseGet(
        () -> product.callChoices.resolve(new CallChoice.Every(tree.name().span())));
  }

  /** The quota of a policy, once everything is known to be right. */
  Quota build() {
    return new Quota(
        product.name(),
        name(),
        tree.title().map(Text::value).orElse(name()),
        unit().orElseThrow(),
        counts().set(),
        countsWhen.orElseThrow(),
        scope,
        window.orElseThrow(),
        versions.stream().map(version -> version.build(product.sources())).toList(),
        warnAt,
        beyond,
        clauses.oldNames.stream().map(line -> line.oldName().text()).findFirst(),
        restartsAt,
        product.sources().place(tree.name().span()));
  }
}
