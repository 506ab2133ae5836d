package dev.tollgate.engine.decide;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps accounts. It knows nothing of what a policy says about them: see {@link AccountChanges} for
 * that.
 *
 * <p>Safe for use by many threads.
 */
public interface Accounts {

  /** An account; empty also when it was deleted. */
  default Optional<Account> find(String product, String id) {
    return everKnown(product, id).filter(account -> !account.isDeleted());
  }

  /** An account, also one that was deleted: what it used and has to pay is still asked for. */
  Optional<Account> everKnown(String product, String id);

  /**
   * Accounts of a product, ascending by id, without those that were deleted.
   *
   * @param after only ids greater than this; the empty string for all
   * @param limit most accounts to return, from 1
   */
  List<Account> list(String product, String after, int limit);

  /**
   * Puts a changed account in the place of what there is. Of two changes at once, one sees the
   * other's result.
   *
   * @param change called while the account is locked, with what there is or was before it was
   *     deleted; when it throws, nothing has changed
   */
  Account change(String product, String id, Function<Optional<Account>, Account> change);
}
