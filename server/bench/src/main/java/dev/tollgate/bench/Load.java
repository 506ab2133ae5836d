package dev.tollgate.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * One row of a load run.
 *
 * @param what what is asked
 * @param threads each asks again as soon as it is answered
 * @param accounts about whom it is asked, at random
 * @param times how often all threads together ask
 * @param calls about how many calls each time
 */
record Load(String what, int threads, int accounts, int times, int calls) {

  static final String HEADER =
      "| %-23s | %7s | %8s | %9s | %6s | %9s | %12s | %9s | %9s |%n"
          .formatted(
              "",
              "threads",
              "accounts",
              "asked",
              "calls",
              "a second",
              "a CPU second",
              "p50 µs",
              "p99 µs");

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** One call each time. */
  Load(String what, int threads, int accounts, int times) {
    this(what, threads, accounts, times, 1);
  }

  /**
   * Asks a tenth of it to get warm, then all of it, and gives the figures, or why there are none.
   */
  String run(IntConsumer ask) {
    try {
      return figures(ask);
    } catch (ExecutionException unanswered) {
      return String.format(
          Locale.ROOT,
          "| %-23s | %7d | %,8d | %s%n",
          what,
          threads,
          accounts,
          unanswered.getCause().getMessage());
    }
  }

  private String figures(IntConsumer ask) throws ExecutionException {
    measure(ask, times / 10);
    long used = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    long[] nanos = measure(ask, times);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (PROCESS.getProcessCpuTime() - used) / 1e9;
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "| %-23s | %7d | %,8d | %,9d | %,6d | %,9.0f | %,12.0f | %,9.1f | %,9.1f |%n",
        what,
        threads,
        accounts,
        nanos.length,
        calls,
        (double) calls * nanos.length / seconds,
        (double) calls * nanos.length / cpuSeconds,
        nanos[nanos.length / 2] / 1e3,
        nanos[nanos.length - 1 - nanos.length / 100] / 1e3);
  }

  private long[] measure(IntConsumer ask, int all) throws ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<long[]>> parts = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        SplittableRandom random = new SplittableRandom(thread);
        parts.add(pool.submit(() -> measure(ask, all / threads, random)));
      }
      long[] nanos = new long[0];
      for (Future<long[]> part : parts) {
        long[] more = part.get();
        int length = nanos.length;
        nanos = Arrays.copyOf(nanos, length + more.length);
        System.arraycopy(more, 0, nanos, length, more.length);
      }
      return nanos;
    } catch (InterruptedException broken) {
      throw new IllegalStateException(what + " cannot be measured", broken);
    } finally {
      pool.shutdownNow();
    }
  }

  private long[] measure(IntConsumer ask, int often, SplittableRandom random) {
    long[] nanos = new long[often];
    for (int i = 0; i < often; i++) {
      int account = random.nextInt(accounts);
      long start = System.nanoTime();
      ask.accept(account);
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }
}
