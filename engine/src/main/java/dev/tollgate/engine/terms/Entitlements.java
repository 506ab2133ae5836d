package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Product;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what one policy came to for accounts that ask again. A policy that takes over brings
 * its own. Safe for use by many threads; what is remembered is read without a lock.
 */
public final class Entitlements {

  /** Accounts of a generation; at most two generations are kept. */
  private static final int GENERATION = 50_000;

  private record Key(String product, String account) {}

  /** What was resolved for a profile, from a moment until another, excluded. */
  private record Remembered(Profile profile, Instant from, Instant until, List<Resolved> terms) {

    boolean holds(Profile now, Instant at) {
      return now.equals(profile) && !at.isBefore(from) && at.isBefore(until);
    }
  }

  private record Generations(Map<Key, Remembered> young, Map<Key, Remembered> old) {}

  private final Resolver resolver;
  private final int generation;
  private volatile Generations generations =
      new Generations(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

  public Entitlements(Resolver resolver) {
    this(resolver, GENERATION);
  }

  Entitlements(Resolver resolver, int generation) {
    this.resolver = resolver;
    this.generation = generation;
  }

  /**
   * The terms of every quota of a product, remembered where the profile is that of a stored account
   * and resolved otherwise.
   *
   * @param profile as it is at the moment; a changed one is resolved anew
   * @return one for each quota, in the order of the file
   * @throws ArithmeticException as {@link Resolver#resolve}
   */
  public List<Resolved> of(Product product, Profile profile, Instant at) {
    if (profile.account().isEmpty()) {
      return resolver.resolve(product, profile, at);
    }
    Key key = new Key(product.name(), profile.account().get());
    Optional<Remembered> remembered = find(key).filter(known -> known.holds(profile, at));
    if (remembered.isPresent()) {
      return remembered.get().terms();
    }
    List<Resolved> terms = List.copyOf(resolver.resolve(product, profile, at));
    Instant until =
        terms.stream().map(Resolved::validUntil).min(Instant::compareTo).orElse(Instant.MAX);
    remember(key, new Remembered(profile, at, until, terms));
    return terms;
  }

  /**
   * Accounts that ask move to the young generation, so that the old one is of those that do not.
   */
  private Optional<Remembered> find(Key key) {
    Generations now = generations;
    Optional<Remembered> young = Optional.ofNullable(now.young().get(key));
    if (young.isPresent()) {
      return young;
    }
    Optional<Remembered> old = Optional.ofNullable(now.old().get(key));
    old.ifPresent(found -> remember(key, found));
    return old;
  }

  private void remember(Key key, Remembered remembered) {
    Generations now = generations;
    now.young().put(key, remembered);
    if (now.young().size() > generation) {
      replace(now);
    }
  }

  /** A reader of the generations of before finds what it looks for, or resolves it once more. */
  private synchronized void replace(Generations full) {
    if (generations == full) {
      generations = new Generations(new ConcurrentHashMap<>(), full.young());
    }
  }

  /** Forgets an account that was deleted. */
  public void forget(String product, String account) {
    Key key = new Key(product, account);
    Generations now = generations;
    now.young().remove(key);
    now.old().remove(key);
  }

  /** How many results are held in memory. */
  int size() {
    Generations now = generations;
    return now.young().size() + now.old().size();
  }
}
