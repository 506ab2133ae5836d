package dev.tollgate.engine.ledger;

import java.util.List;

/**
 * Which counter: each product, quota, account and values of the declared keys have one of their
 * own.
 *
 * @param account empty when all accounts share the counter
 * @param keys values of the keys that the quota is counted per, in order of the declaration; empty
 *     when it is counted per account alone
 */
public record CounterKey(String product, String quota, String account, List<String> keys) {

  public CounterKey {
    keys = List.copyOf(keys);
  }

  /** Whether all accounts draw on this one counter. */
  public boolean shared() {
    return account.isEmpty();
  }

  /** Refuses a draw of an account on another account's counter. */
  void mustServe(String callingProduct, String callingAccount) {
    if (!product.equals(callingProduct) || !shared() && !account.equals(callingAccount)) {
      throw new IllegalArgumentException(
          callingProduct + " " + callingAccount + " cannot draw on " + this);
    }
  }
}
