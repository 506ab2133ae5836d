package dev.tollgate.engine.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one kind of call used of one quota on one day. Calls in flight are not listed: they use
 * nothing up.
 *
 * @param calls how many; below 0 where more were cancelled than made
 * @param included units inside the included allotment
 * @param billed units beyond it
 * @param money what the billed units cost, in the currency of the key; 0 without one
 */
public record Usage(Key key, long calls, BigDecimal included, BigDecimal billed, BigDecimal money) {

  /**
   * Whose usage it is, beside the account.
   *
   * @param day in the account's zone
   * @param unit name of what the quota is counted in
   * @param call empty for units that were consumed outright and for adjustments
   * @param keys values of the keys that the calls stated, by name
   * @param currency of what was billed; empty when nothing was
   */
  public record Key(
      LocalDate day,
      String quota,
      String unit,
      Optional<String> call,
      Map<String, String> keys,
      Optional<String> currency) {
    public Key {
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }
  }

  /** Calls alone, without units. */
  static Usage calls(Key key, long calls) {
    return new Usage(key, calls, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /** This and more under the same key. */
  public Usage plus(Usage more) {
    return new Usage(
        key,
        Math.addExact(calls, more.calls),
        included.add(more.included),
        billed.add(more.billed),
        money.add(more.money));
  }
}
