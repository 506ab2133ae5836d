package dev.tollgate.engine.impact;

import dev.tollgate.engine.decide.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the calls of a log would have fared under two policies.
 *
 * @param calls how many were replayed
 * @param newlyDenied calls that only the new policy denies, by the quota that denies them
 * @param newlyAllowed calls that only the old policy denies, by the quota that denied them
 * @param partings how many accounts had such a call
 * @param largest the accounts with most of them, those first
 * @param money billed for use, one for each currency
 */
public record ReplayImpact(
    long calls,
    Under before,
    Under after,
    Map<String, Long> newlyDenied,
    Map<String, Long> newlyAllowed,
    long partings,
    List<Parting> largest,
    List<Billed> money) {

  public ReplayImpact {
    newlyDenied = Collections.unmodifiableMap(new LinkedHashMap<>(newlyDenied));
    newlyAllowed = Collections.unmodifiableMap(new LinkedHashMap<>(newlyAllowed));
    largest = List.copyOf(largest);
    money = List.copyOf(money);
  }

  /**
   * What one policy decided.
   *
   * @param refused calls that it does not understand, or of accounts that are not known
   * @param firstRefused the first of them, and why
   */
  public record Under(long allowed, long denied, long refused, Optional<String> firstRefused) {}

  /**
   * An account that fares otherwise.
   *
   * @param at when it first does
   * @param call the first call that does
   * @param denied whether that call is denied by the new policy; otherwise it was by the old
   * @param quota the quota that denies it: {@code crm.credits}
   */
  public record Parting(
      String product,
      String account,
      Instant at,
      String call,
      boolean denied,
      String quota,
      long newlyDenied,
      long newlyAllowed) {}

  /** Money billed for use under both. */
  public record Billed(Money before, Money after) {}
}
