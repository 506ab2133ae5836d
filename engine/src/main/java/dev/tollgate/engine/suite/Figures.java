package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.decide.QuotaState;
import dev.tollgate.grammar.tree.Measure;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads the figures of a quota: those of a step, and those of the account as it stands where the
 * step says nothing about the quota.
 */
final class Figures {

  private final TestAccount account;
  private final Finding finding;

  Figures(TestAccount account, Finding finding) {
    this.account = account;
    this.finding = finding;
  }

  /** A number that was found, no limit, or why there is neither. */
  record Reading(Optional<BigDecimal> number, String text, boolean isNoLimit) {

    private static Reading of(Optional<BigDecimal> number) {
      return new Reading(number, number.map(Wording::number).orElse("no limit"), number.isEmpty());
    }

    private static Reading none(String why) {
      return new Reading(Optional.empty(), why, false);
    }

    /** With what is measured before it, as an expectation says it; why there is none, alone. */
    String of(String measure) {
      return number.isPresent() || isNoLimit ? measure + " " + text : text;
    }

    boolean is(BigDecimal expected) {
      return number.filter(actual -> actual.compareTo(expected) == 0).isPresent();
    }
  }

  Reading read(Measure measure, String quota) {
    return switch (measure) {
      case COST -> cost(quota);
      case ALLOTMENT, LIMIT -> terms(quota, true);
      case INCLUDED -> terms(quota, false);
      case USED -> Reading.of(state(quota).used());
      case REMAINING -> Reading.of(state(quota).remaining());
      case BEYOND -> Reading.of(state(quota).beyond().or(() -> Optional.of(BigDecimal.ZERO)));
    };
  }

  private Reading cost(String quota) {
    Optional<BigDecimal> cost = Optional.ofNullable(finding.cost().get(quota));
    if (cost.isPresent()) {
      return Reading.of(cost);
    }
    return Reading.none(
        finding.verdict() == Finding.Verdict.ALLOWED ? "not counted" : finding.verdictText());
  }

  private Reading terms(String quota, boolean withAddOns) {
    Explanation.OfQuota terms =
        account.explanation().quotas().stream()
            .filter(explained -> explained.quota().equals(quota))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no terms of " + quota));
    return terms.missing().isEmpty()
        ? Reading.of(withAddOns ? terms.limit() : terms.included())
        : Reading.none("unknown without " + String.join(", ", terms.missing()));
  }

  /** How a quota stands after the step, or now where the step does not count in it. */
  QuotaState state(String quota) {
    return finding.quotas().stream()
        .filter(state -> state.quota().equals(quota))
        .findFirst()
        .orElseGet(() -> account.standing(quota));
  }
}
