package dev.tollgate.engine.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All counters, spread over stripes. Whoever needs several stripes locks them in the order of their
 * numbers, so that nobody waits in a circle.
 */
final class Stripes {

  /** A power of 2, many times the number of threads that are likely to decide at once. */
  private static final int COUNT = 256;

  /** Most work takes about a microsecond, less than it takes to fall asleep and wake up. */
  private static final int TRIES = 100;

  private final List<Stripe> stripes = Stream.generate(Stripe::new).limit(COUNT).toList();
  private final AtomicInteger swept = new AtomicInteger();

  /** Where a counter is. */
  Stripe of(CounterKey key) {
    return stripes.get(numberOf(key));
  }

  /** Where the counters of an account are. */
  Stripe of(String product, String account) {
    return stripes.get(numberOf(product, account));
  }

  /** How many counters are kept. */
  int size() {
    return stripes.stream().mapToInt(Stripe::size).sum();
  }

  /**
   * Drops some counters that are not needed any more, a few at each call, where nobody is at work.
   */
  void sweep(Reading wall, Reading steady) {
    Stripe next = stripes.get(swept.getAndIncrement() & (COUNT - 1));
    if (next.lock().tryLock()) {
      try {
        next.sweep(wall, steady);
      } finally {
        next.lock().unlock();
      }
    }
  }

  /** Does some work on counters of one account, and on shared ones, alone. */
  <R> R alone(String product, String account, List<Draw> draws, Supplier<R> work) {
    int own = numberOf(product, account);
    for (Draw draw : draws) {
      if (draw.key().shared()) {
        return together(own, draws, work);
      }
    }
    return alone(stripes.get(own), work);
  }

  private <R> R together(int own, List<Draw> draws, Supplier<R> work) {
    IntStream shared =
        draws.stream().map(Draw::key).filter(CounterKey::shared).mapToInt(Stripes::numberOf);
    int[] numbers = IntStream.concat(IntStream.of(own), shared).sorted().distinct().toArray();
    int locked = 0;
    try {
      while (locked < numbers.length) {
        lock(stripes.get(numbers[locked]));
        locked++;
      }
      return work.get();
    } finally {
      while (locked > 0) {
        locked--;
        stripes.get(numbers[locked]).lock().unlock();
      }
    }
  }

  /** Looks at one counter, alone. */
  <R> R alone(CounterKey key, Supplier<R> work) {
    return alone(of(key), work);
  }

  private static <R> R alone(Stripe stripe, Supplier<R> work) {
    lock(stripe);
    try {
      return work.get();
    } finally {
      stripe.lock().unlock();
    }
  }

  private static void lock(Stripe stripe) {
    ReentrantLock lock = stripe.lock();
    for (int i = 0; i < TRIES; i++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  private static int numberOf(CounterKey key) {
    return key.shared() ? numberOf(key.hashCode()) : numberOf(key.product(), key.account());
  }

  private static int numberOf(String product, String account) {
    return numberOf(31 * product.hashCode() + account.hashCode());
  }

  private static int numberOf(int hash) {
    return (hash ^ (hash >>> 16) ^ (hash >>> 8)) & (COUNT - 1);
  }
}
