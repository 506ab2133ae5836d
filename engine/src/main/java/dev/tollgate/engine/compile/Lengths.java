package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.ClockUnit;
import dev.tollgate.grammar.tree.Stretch;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads lengths of time. */
final class Lengths {

  /** A thousand years: longer windows are taken for mistakes, and sums of times cannot overflow. */
  private static final BigDecimal LONGEST_MILLIS = new BigDecimal("31556952000000");

  private final Draft draft;

  Lengths(Draft draft) {
    this.draft = draft;
  }

  /** The milliseconds of a unit; a month has no fixed length. */
  static Optional<BigDecimal> millisOf(ClockUnit unit) {
    return switch (unit) {
      case MILLISECOND -> Optional.of(BigDecimal.ONE);
      case SECOND -> Optional.of(BigDecimal.valueOf(1_000));
      case MINUTE -> Optional.of(BigDecimal.valueOf(60_000));
      case HOUR -> Optional.of(BigDecimal.valueOf(3_600_000));
      case DAY -> Optional.of(BigDecimal.valueOf(86_400_000));
      case WEEK -> Optional.of(BigDecimal.valueOf(604_800_000));
      case MONTH -> Optional.empty();
    };
  }

  /** A length in whole milliseconds, from 1. */
  OptionalLong millis(Stretch stretch) {
    Optional<BigDecimal> unit = millisOf(stretch.unit());
    if (unit.isEmpty()) {
      draft.findings.add(
          Diagnostic.of(
                  DiagnosticCode.UNFIT_LENGTH, stretch.span(), "a month has no fixed length here")
              .withHint("say `30 days`"));
      return OptionalLong.empty();
    }
    BigDecimal millis = stretch.count().value().multiply(unit.get());
    boolean fits =
        millis.stripTrailingZeros().scale() <= 0
            && millis.signum() > 0
            && millis.compareTo(LONGEST_MILLIS) <= 0;
    if (!fits) {
      report(stretch, "a length is whole milliseconds, from 1 to a thousand years");
      return OptionalLong.empty();
    }
    return OptionalLong.of(millis.longValueExact());
  }

  /** Says that a length is none that fits its place. */
  void report(Stretch stretch, String rule) {
    draft.findings.add(
        DiagnosticCode.UNFIT_LENGTH,
        stretch.span(),
        "`%s` does not fit: %s".formatted(draft.sources.words(stretch.span()), rule));
  }
}
