package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Period;
import dev.tollgate.grammar.tree.QuotaClause;
import dev.tollgate.grammar.tree.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what happens to calls without room. A plain denial at the end takes what is left. */
final class BeyondLines {

  static final int LEAST_STATUS = 400;
  static final int MOST_STATUS = 599;

  private final QuotaDraft quota;
  private final ProductDraft product;

  BeyondLines(QuotaDraft quota) {
    this.quota = quota;
    this.product = quota.product;
  }

  void read() {
    quota.clauses.beyond.forEach(line -> read(line).ifPresent(quota.beyond::add));
    boolean open =
        quota.beyond.stream()
            .noneMatch(line -> line.when().isAlways() && line.during().equals(Stretch.FOREVER));
    if (open) {
      quota.beyond.add(
          new Beyond.Deny(
              Beyond.Denial.PLAIN,
              Stretch.FOREVER,
              Condition.ALWAYS,
              place(quota.tree.name().span())));
    }
  }

  private Optional<Beyond> read(QuotaClause line) {
    if (line instanceof QuotaClause.Deny deny) {
      return deny(deny);
    } else if (line instanceof QuotaClause.AllowMore more) {
      return allowMore(more);
    } else if (line instanceof QuotaClause.AllowAndReport report) {
      Place place = place(report.span());
      return applies(report.period(), report.when())
          .map(when -> new Beyond.AllowAndReport(when.during(), when.condition(), place));
    }
    throw new IllegalStateException("says nothing about calls without room: " + line);
  }

  /** The condition of a line as it stands in the text. */
  static Optional<dev.tollgate.grammar.tree.Condition> condition(QuotaClause line) {
    if (line instanceof QuotaClause.Deny deny) {
      return deny.when();
    } else if (line instanceof QuotaClause.AllowMore more) {
      return more.then().when();
    } else if (line instanceof QuotaClause.AllowAndReport report) {
      return report.when();
    }
    throw new IllegalStateException("says nothing about calls without room: " + line);
  }

  /** When a line applies. */
  private record Applies(Stretch during, Condition condition) {}

  private Optional<Applies> applies(
      Optional<Period> period, Optional<dev.tollgate.grammar.tree.Condition> condition) {
    Optional<Stretch> during = Periods.of(quota).read(period);
    Optional<Condition> when = new Conditions(product, Scene.some(quota.counts())).read(condition);
    return during.flatMap(stretch -> when.map(holds -> new Applies(stretch, holds)));
  }

  private Optional<Beyond> deny(QuotaClause.Deny deny) {
    Optional<Applies> applies = applies(deny.period(), deny.when());
    Optional<Beyond.Denial> denial = denial(deny);
    return applies.flatMap(
        when ->
            denial.map(
                says ->
                    new Beyond.Deny(says, when.during(), when.condition(), place(deny.span()))));
  }

  private Optional<Beyond> allowMore(QuotaClause.AllowMore more) {
    Optional<Applies> applies = applies(more.then().period(), more.then().when());
    Optional<Beyond.Denial> denial = denial(more.then());
    Numeral percent = more.percent();
    if (percent.value().signum() <= 0) {
      product
          .findings()
          .add(
              DiagnosticCode.NUMBER_OUT_OF_RANGE,
              percent.span(),
              "`%s%%` more is nothing more".formatted(percent.written()));
      return Optional.empty();
    }
    return applies.flatMap(
        when ->
            denial.map(
                then ->
                    new Beyond.AllowUpTo(
                        percent.value(),
                        then,
                        when.during(),
                        when.condition(),
                        place(more.span()))));
  }

  private Optional<Beyond.Denial> denial(QuotaClause.Deny deny) {
    Beyond.Denial plain = Beyond.Denial.PLAIN;
    OptionalLong status =
        deny.status()
            .map(said -> product.quantities.whole(said, "status", LEAST_STATUS, MOST_STATUS))
            .orElse(OptionalLong.of(plain.status()));
    Bodies bodies = new Bodies(product.draft);
    Optional<Optional<dev.tollgate.engine.policy.Json>> body =
        deny.body().isEmpty()
            ? Optional.of(Optional.empty())
            : deny.body().get().accept(bodies).map(Optional::of);
    List<Beyond.Header> headers =
        deny.headers().stream()
            .map(header -> new Beyond.Header(header.name().value(), header.value().value()))
            .toList();
    if (status.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Beyond.Denial(
            deny.code().map(Name::text).orElse(plain.code()),
            deny.message().map(Text::value).orElse(plain.message()),
            (int) status.getAsLong(),
            headers,
            body.get()));
  }

  private Place place(Span span) {
    return product.sources().place(span);
  }
}
