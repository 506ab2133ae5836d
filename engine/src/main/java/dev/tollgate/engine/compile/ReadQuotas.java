package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.CallSet;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Scope;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.QuotaClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a quota counts, for whom and until when; then its versions and what lies beyond. */
final class ReadQuotas implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      product.allQuotas.forEach(ReadQuotas::read);
      for (QuotaDraft quota : product.allQuotas) {
        new Versions(quota).read();
        new BeyondLines(quota).read();
        new WarningLevels(quota).read();
      }
    }
  }

  private static void read(QuotaDraft quota) {
    ProductDraft product = quota.product;
    Findings findings = product.findings();
    quota.unit();
    Once.of(quota.clauses.pers, QuotaClause.Per::span, "per", findings)
        .ifPresent(per -> quota.scope = scope(product, per));
    if (quota.clauses.pers.isEmpty() && !product.draft.isDamaged(quota.tree.name().text())) {
      product.draft.missing(
          quota.tree.name(), "quota `%s` does not say whose counter it is", "say `per account`");
    }
    Optional<QuotaClause.Turns> window =
        Once.of(quota.clauses.windows, QuotaClause.Turns::span, "window", findings);
    quota.window = window.flatMap(turns -> window(quota, turns));
    if (window.isEmpty() && !product.draft.isDamaged(quota.tree.name().text())) {
      product.draft.missing(
          quota.tree.name(),
          "quota `%s` does not say when units come back",
          "say `window rolling 24 hours`, or another window");
    }
    counts(quota);
    Once.of(quota.clauses.restarts, QuotaClause.RestartsAt::span, "restarts at", findings)
        .ifPresent(line -> quota.restartsAt = Optional.of(Periods.bound(line.point())));
    Once.of(quota.clauses.oldNames, QuotaClause.Was::span, "was", findings)
        .ifPresent(line -> oldName(product, line));
  }

  private static Optional<Window> window(QuotaDraft quota, QuotaClause.Turns line) {
    Optional<Window> read = line.window().accept(new Windows(quota.product));
    if (quota.isShared()) {
      read.ifPresent(window -> ofAll(quota, window, line.window().span()));
    }
    return read;
  }

  /** Where all accounts share the counter, its units come back for all at once. */
  private static void ofAll(QuotaDraft quota, Window window, Span span) {
    Findings findings = quota.product.findings();
    if (window instanceof Window.Calendar calendar && calendar.zone().isEmpty()) {
      findings.add(
          quota
              .sharedByAccounts(span, "its window cannot lie in the zone of one of them")
              .withHint("say a zone, such as `in UTC`"));
    } else if (window instanceof Window.EveryFrom every) {
      findings.add(
          quota
              .sharedByAccounts(
                  span, "its window cannot begin at `%s` of one of them".formatted(every.start()))
              .withHint("say `calendar month in UTC`, or another window"));
    }
  }

  private static Scope scope(ProductDraft product, QuotaClause.Per per) {
    List<String> keys = new ArrayList<>();
    for (Name name : per.keys()) {
      Optional<String> key = product.keys.find(name);
      if (key.isPresent() && keys.contains(key.get())) {
        product
            .findings()
            .add(
                DiagnosticCode.DECLARED_TWICE,
                name.span(),
                "the line names key `%s` twice".formatted(name.text()));
      }
      key.ifPresent(keys::add);
    }
    return new Scope(!per.allAccounts(), keys);
  }

  private static void counts(QuotaDraft quota) {
    ProductDraft product = quota.product;
    Optional<QuotaClause.Counts> line =
        Once.of(quota.clauses.counts, QuotaClause.Counts::span, "counts", product.findings());
    if (line.isEmpty()) {
      quota.countsWhen = Optional.of(Condition.ALWAYS);
      return;
    }
    ChosenCalls chosen = product.callChoices.resolve(line.get().calls());
    Set<String> calls = product.callChoices.without(chosen.set().declared(), line.get().except());
    CallSet set = new CallSet(calls, chosen.set().undeclared());
    ChosenCalls counted =
        new ChosenCalls(set, chosen.parts(), chosen.complete(), line.get().span());
    quota.counts = Optional.of(counted);
    if (calls.isEmpty() && !set.undeclared() && !chosen.set().declared().isEmpty()) {
      product
          .findings()
          .add(
              DiagnosticCode.SAYS_NOTHING,
              line.get().span(),
              "quota `%s` counts no call".formatted(quota.name()));
    }
    quota.countsWhen = new Conditions(product, Scene.each(counted)).read(line.get().when());
  }

  private static void oldName(ProductDraft product, QuotaClause.Was line) {
    Name old = line.oldName();
    product
        .quotas
        .look(old.text())
        .ifPresent(
            still ->
                product
                    .findings()
                    .add(Names.declaredTwice(old.text(), old.span(), still.name().span())));
  }
}
