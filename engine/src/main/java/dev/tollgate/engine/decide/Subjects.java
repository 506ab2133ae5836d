package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Product;
import java.util.Optional;

/**
 * Stored accounts that ask again, with what one policy came to for them. A policy that takes over
 * brings its own. Safe for use by many threads.
 */
final class Subjects {

  private static final int REMEMBERED = 100_000;

  private record Key(String product, String account) {}

  private final Recent<Key, Subject> recent;

  Subjects() {
    this(REMEMBERED);
  }

  /**
   * @param remembered so many accounts, and at most about twice as many
   */
  Subjects(int remembered) {
    this.recent = new Recent<>(remembered);
  }

  /** An account as it is now; a changed one is read anew. */
  Subject of(PolicyInForce.Snapshot snapshot, Product product, Account account) {
    Key key = new Key(product.name(), account.id());
    Optional<Subject> remembered = recent.find(key);
    if (remembered.isPresent() && remembered.get().is(account)) {
      return remembered.get();
    }
    Subject read = Subject.stored(snapshot, product, account);
    recent.remember(key, read);
    return read;
  }

  /** Forgets an account that was deleted. */
  void forget(String product, String account) {
    recent.forget(new Key(product, account));
  }

  /** How many are held in memory. */
  int size() {
    return recent.size();
  }
}
