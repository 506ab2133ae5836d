package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.CallCost;
import dev.tollgate.grammar.tree.Period;
import dev.tollgate.grammar.tree.PeriodEnd;
import dev.tollgate.grammar.tree.QuotaClause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the versions of a quota. Allotments stand in every version or outside of all, and so do
 * costs and what failed calls cost; what stands outside holds in every version.
 */
final class Versions {

  private final QuotaDraft quota;
  private final ProductDraft product;
  private final CostLines costLines;
  private final Allotments allotments;

  Versions(QuotaDraft quota) {
    this.quota = quota;
    this.product = quota.product;
    this.costLines = new CostLines(product, quota.unit());
    this.allotments = new Allotments(quota);
  }

  void read() {
    List<AllotLine> outerAllotments = allotments.read(quota.clauses.allotments);
    List<CostLine> outerCosts = costLines.read(quota.clauses.costs);
    boolean outerFailed = failedCallsCost(quota.clauses).orElse(true);
    if (quota.clauses.versions.isEmpty()) {
      quota.versions.add(
          new VersionDraft(
              quota.tree.name(),
              Optional.empty(),
              false,
              Optional.empty(),
              Optional.of(Stretch.FOREVER),
              outerAllotments,
              outerCosts,
              outerFailed,
              Optional.empty()));
      return;
    }
    insideOrOutside("allot", clauses -> spans(clauses.allotments, QuotaClause.Allot::span));
    insideOrOutside("call … costs", clauses -> spans(clauses.costs, CallCost::span));
    insideOrOutside(
        "failed calls", clauses -> spans(clauses.failedCalls, QuotaClause.FailedCalls::span));
    Names<QuotaClause.Version> names =
        product.draft.names(DiagnosticCode.UNKNOWN_VERSION, "a version of " + quota.id());
    quota.clauses.versions.forEach(version -> names.declare(version.name(), version));
    for (QuotaClause.Version tree : quota.clauses.versions) {
      QuotaClauses clauses = new QuotaClauses(tree.clauses());
      quota.versions.add(
          new VersionDraft(
              tree.name(),
              tree.title(),
              true,
              tree.period(),
              Periods.of(quota).read(tree.period()),
              clauses.allotments.isEmpty() ? outerAllotments : allotments.read(clauses.allotments),
              clauses.costs.isEmpty() ? outerCosts : costLines.read(clauses.costs),
              failedCallsCost(clauses).orElse(outerFailed),
              grandfathering(tree, clauses, names)));
    }
    quota.versions.sort(Comparator.comparing(this::begin));
  }

  private static <C> List<Span> spans(List<C> lines, Function<C, Span> span) {
    return lines.stream().map(span).toList();
  }

  private void insideOrOutside(String what, Function<QuotaClauses, List<Span>> lines) {
    List<Span> outside = lines.apply(quota.clauses);
    List<Span> inside = new ArrayList<>();
    for (QuotaClause.Version version : quota.clauses.versions) {
      inside.addAll(lines.apply(new QuotaClauses(version.clauses())));
    }
    if (!outside.isEmpty() && !inside.isEmpty()) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.INSIDE_AND_OUTSIDE_VERSIONS,
                      outside.get(0),
                      "`%s` stands outside of the versions here and inside of one elsewhere"
                          .formatted(what))
                  .withRelated(inside.get(0), "inside of a version here"));
    }
  }

  private Optional<Boolean> failedCallsCost(QuotaClauses clauses) {
    return Once.of(
            clauses.failedCalls, QuotaClause.FailedCalls::span, "failed calls", product.findings())
        .map(line -> !line.free());
  }

  private Optional<QuotaVersion.Grandfathering> grandfathering(
      QuotaClause.Version tree, QuotaClauses clauses, Names<QuotaClause.Version> names) {
    Optional<QuotaClause.Grandfather> line =
        Once.of(
            clauses.grandfathers, QuotaClause.Grandfather::span, "grandfather", product.findings());
    if (line.isEmpty()) {
      return Optional.empty();
    }
    QuotaClause.Grandfather grandfather = line.get();
    if (!grandfather.keepGreater()) {
      product.draft.missing(
          grandfather.version(),
          "what older accounts keep of `%s` is not said",
          "say `keep greater`");
    }
    if (grandfather.until().isEmpty()) {
      product.draft.missing(
          grandfather.version(),
          "until when older accounts keep what `%s` gave is not said",
          "say `until forever`, or a date");
    }
    Optional<Condition> accounts = Conditions.ofAccounts(quota, grandfather.accounts());
    Optional<QuotaClause.Version> old = names.find(grandfather.version());
    old.ifPresent(version -> earlier(version, tree, grandfather));
    Optional<Stretch.Bound> until =
        grandfather.until().flatMap(end -> end.accept(Periods.of(quota)));
    until.ifPresent(end -> endsLater(end, tree, grandfather.until().orElseThrow()));
    return accounts.map(
        who ->
            new QuotaVersion.Grandfathering(
                grandfather.version().text(),
                who,
                until,
                product.sources().place(grandfather.version().span())));
  }

  private void endsLater(Stretch.Bound end, QuotaClause.Version tree, PeriodEnd written) {
    if (!end.in(product.zone).isAfter(begin(tree))) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.ENDS_BEFORE_IT_BEGINS,
                      written instanceof PeriodEnd.Until date
                          ? date.point().span()
                          : written.span(),
                      "what older accounts keep ends before `%s` begins"
                          .formatted(tree.name().text()))
                  .withRelated(
                      tree.period().map(Period::span).orElse(tree.name().span()),
                      "it begins here"));
    }
  }

  private void earlier(
      QuotaClause.Version old, QuotaClause.Version tree, QuotaClause.Grandfather line) {
    Instant oldBegin = begin(old);
    if (old.equals(tree) || !oldBegin.isBefore(begin(tree))) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.NOT_AN_EARLIER_VERSION,
                      line.version().span(),
                      "version `%s` does not begin before `%s`"
                          .formatted(old.name().text(), tree.name().text()))
                  .withRelated(old.name().span(), "it is declared here"));
    }
  }

  private Instant begin(QuotaClause.Version version) {
    return version
        .period()
        .flatMap(period -> period.from())
        .map(from -> Periods.bound(from).in(product.zone))
        .orElse(Instant.MIN);
  }

  private Instant begin(VersionDraft version) {
    return version
        .during()
        .flatMap(Stretch::from)
        .map(from -> from.in(product.zone))
        .orElse(Instant.MIN);
  }
}
