package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Product;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stored accounts that ask again, with what one policy came to for them. A policy that takes over
 * brings its own. Safe for use by many threads; what is remembered is read without a lock.
 */
final class Subjects {

  /** Accounts of a generation; at most two generations are kept. */
  private static final int GENERATION = 50_000;

  private record Key(String product, String account) {}

  private record Generations(Map<Key, Subject> young, Map<Key, Subject> old) {}

  private final int generation;
  private volatile Generations generations =
      new Generations(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

  Subjects() {
    this(GENERATION);
  }

  Subjects(int generation) {
    this.generation = generation;
  }

  /** An account as it is now; a changed one is read anew. */
  Subject of(PolicyInForce.Snapshot snapshot, Product product, Account account) {
    Key key = new Key(product.name(), account.id());
    Optional<Subject> remembered = find(key);
    if (remembered.isPresent() && remembered.get().is(account)) {
      return remembered.get();
    }
    Subject read = Subject.stored(snapshot, product, account);
    remember(key, read);
    return read;
  }

  /**
   * Accounts that ask move to the young generation, so that the old one is of those that do not.
   */
  private Optional<Subject> find(Key key) {
    Generations now = generations;
    Optional<Subject> young = Optional.ofNullable(now.young().get(key));
    if (young.isPresent()) {
      return young;
    }
    Optional<Subject> old = Optional.ofNullable(now.old().get(key));
    if (old.isPresent()) {
      remember(key, old.get());
    }
    return old;
  }

  private void remember(Key key, Subject subject) {
    Generations now = generations;
    now.young().put(key, subject);
    if (now.young().size() > generation) {
      replace(now);
    }
  }

  /** A reader of the generations of before finds what it looks for, or reads it once more. */
  private synchronized void replace(Generations full) {
    if (generations == full) {
      generations = new Generations(new ConcurrentHashMap<>(), full.young());
    }
  }

  /** Forgets an account that was deleted. */
  void forget(String product, String account) {
    Key key = new Key(product, account);
    Generations now = generations;
    now.young().remove(key);
    now.old().remove(key);
  }

  /** How many are held in memory. */
  int size() {
    Generations now = generations;
    return now.young().size() + now.old().size();
  }
}
