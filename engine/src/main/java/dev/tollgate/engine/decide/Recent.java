package dev.tollgate.engine.decide;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was asked for lately. Safe for use by many threads; what is remembered is read without a
 * lock, and a reader who comes too late for it does without.
 */
final class Recent<K, V> {

  private record Generations<K, V>(Map<K, V> young, Map<K, V> old) {}

  private final int generation;
  private volatile Generations<K, V> generations =
      new Generations<>(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

  /**
   * @param generation so many are remembered, from 1, and at most about twice as many
   */
  Recent(int generation) {
    this.generation = generation;
  }

  /**
   * What is asked for moves to the young generation, so that the old one is of what nobody asks
   * for.
   */
  Optional<V> find(K key) {
    Generations<K, V> now = generations;
    Optional<V> young = Optional.ofNullable(now.young().get(key));
    if (young.isPresent()) {
      return young;
    }
    Optional<V> old = Optional.ofNullable(now.old().get(key));
    old.ifPresent(value -> remember(key, value));
    return old;
  }

  void remember(K key, V value) {
    Generations<K, V> now = generations;
    now.young().put(key, value);
    if (now.young().size() > generation) {
      replace(now);
    }
  }

  private synchronized void replace(Generations<K, V> full) {
    if (generations == full) {
      generations = new Generations<>(new ConcurrentHashMap<>(), full.young());
    }
  }

  void forget(K key) {
    Generations<K, V> now = generations;
    now.young().remove(key);
    now.old().remove(key);
  }

  /** How many are held in memory; what is in both generations counts twice. */
  int size() {
    Generations<K, V> now = generations;
    return now.young().size() + now.old().size();
  }
}
