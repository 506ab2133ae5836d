package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Allotment.Grant.Limit;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Cap;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A cap holds some accounts down and others not; otherwise its line means something simpler. */
final class CheckCaps implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      for (QuotaDraft quota : product.allQuotas) {
        quota.versions.stream()
            .flatMap(version -> version.allotments().stream())
            .distinct()
            .filter(line -> line.tree().cap().isPresent())
            .forEach(line -> check(quota, line));
      }
    }
  }

  private static void check(QuotaDraft quota, AllotLine line) {
    for (AllotLine.Part part : line.grants()) {
      if (part.grant() instanceof Limit limit && limit.cap().isPresent()) {
        Region accounts;
        try {
          accounts = line.accounts(part, quota.product.space());
        } catch (Region.TooManyBoxes tooMany) {
          return;
        }
        check(quota, line, limit, accounts);
      }
    }
  }

  private static void check(QuotaDraft quota, AllotLine line, Limit limit, Region accounts) {
    Amount cap = limit.cap().orElseThrow();
    Optional<BigDecimal> least = bound(limit.amount(), AmountBounds.LEAST, accounts);
    Optional<BigDecimal> most = bound(limit.amount(), AmountBounds.MOST, accounts);
    Optional<BigDecimal> lowestCap = bound(cap, AmountBounds.LEAST, accounts);
    Optional<BigDecimal> highestCap = bound(cap, AmountBounds.MOST, accounts);
    if (isAtMost(highestCap, least)) {
      report(
          quota,
          amount(line.tree().cap().orElseThrow()),
          DiagnosticCode.CAP_ALWAYS_BINDS,
          "the cap holds every account: the line comes to %s at least"
              .formatted(Wording.number(least.orElseThrow())));
    } else if (isAtMost(most, lowestCap) && !isAddedTo(quota, line)) {
      report(
          quota,
          line.tree().cap().orElseThrow().span(),
          DiagnosticCode.CAP_NEVER_BINDS,
          "no account reaches the cap: the line comes to %s at most"
              .formatted(Wording.number(most.orElseThrow())));
    }
  }

  /** Over all boxes of a region; empty where there is no bound. */
  static Optional<BigDecimal> bound(Amount amount, AmountBounds bounds, Region accounts) {
    List<Optional<BigDecimal>> found =
        accounts.boxes().stream().map(box -> amount.accept(bounds.within(box))).toList();
    if (found.isEmpty() || found.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<BigDecimal> values = found.stream().map(Optional::orElseThrow).toList();
    return Optional.of(bounds.isLeast() ? Collections.min(values) : Collections.max(values));
  }

  static boolean isAtMost(Optional<BigDecimal> lower, Optional<BigDecimal> upper) {
    return lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) <= 0;
  }

  /** Whether rules or add-ons may lift accounts of this line towards the cap. */
  private static boolean isAddedTo(QuotaDraft quota, AllotLine line) {
    boolean byRule =
        quota.product.allRules.stream()
            .filter(rule -> rule.quota == quota)
            .flatMap(rule -> rule.built.stream())
            .flatMap(rule -> rule.effects().stream())
            .anyMatch(effect -> !(effect instanceof Rule.Effect.SetCost));
    return byRule
        || quota.product.allAddOns.stream()
            .filter(
                addOn ->
                    addOn.editions.isEmpty()
                        || !Collections.disjoint(addOn.editions, line.editions()))
            .flatMap(addOn -> addOn.effects.stream())
            .map(AddOn.Effect::quota)
            .anyMatch(quota.name()::equals);
  }

  private static void report(QuotaDraft quota, Span span, DiagnosticCode code, String message) {
    quota.product.findings().add(Diagnostic.of(code, span, message));
  }

  /** Where it is said of a cap that it holds every account: at what it comes to. */
  static Span amount(Cap cap) {
    return cap instanceof Cap.At at ? at.amount().span() : cap.span();
  }
}
