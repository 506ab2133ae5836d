package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.QuotaClause;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads at which shares of a quota its accounts are warned, and puts them in order. */
final class WarningLevels {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private final QuotaDraft quota;

  WarningLevels(QuotaDraft quota) {
    this.quota = quota;
  }

  void read() {
    Findings findings = quota.product.findings();
    Optional<QuotaClause.WarnAt> line =
        Once.of(quota.clauses.warnings, QuotaClause.WarnAt::span, "warn at", findings);
    TreeSet<BigDecimal> levels = new TreeSet<>();
    List<Numeral> percents = line.map(QuotaClause.WarnAt::percents).orElse(List.of());
    for (Numeral percent : percents) {
      if (percent.value().signum() <= 0) {
        findings.add(
            DiagnosticCode.NUMBER_OUT_OF_RANGE,
            percent.span(),
            "`%s%%` is reached from the beginning".formatted(percent.written()));
      } else if (percent.value().compareTo(ALL) > 0) {
        odd(percent, "`%s%%` is reached only by what is allowed beyond the limit");
      } else if (percent.value().compareTo(BigDecimal.ONE) < 0 && levels.isEmpty()) {
        odd(percent, "`%s%%` is less than a hundredth of the limit: a half is `50%%` here");
      } else if (!levels.isEmpty() && percent.value().compareTo(levels.last()) <= 0) {
        odd(percent, "`%s%%` does not rise above `" + levels.last().toPlainString() + "%%`");
      }
      levels.add(percent.value());
    }
    quota.warnAt.addAll(levels);
  }

  private void odd(Numeral percent, String fact) {
    quota
        .product
        .findings()
        .add(
            Diagnostic.of(
                DiagnosticCode.ODD_WARNING, percent.span(), fact.formatted(percent.written())));
  }
}
