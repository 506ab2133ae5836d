package dev.tollgate.bench;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What policies of many contracts take: to be compiled, to be held in memory, and to take over
 * while one thread decides; and whether those that were replaced are let go.
 */
final class SwapRun {

  private static final int SWAPS = 5;
  private static final int MANY_SWAPS = 200;
  private static final int CONTRACTS_OF_MANY_SWAPS = 10_000;
  private static final int CONTRACTS_OF_A_FILE = 10_000;
  private static final long IDLE_MILLIS = 3_000;

  private final Service service = Service.inMemory(1);
  private final PolicyInForce policy = service.policy();

  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    System.out.println(Machine.line());
    System.out.printf(
        "| %9s | %10s | %8s | %8s | %11s | %11s | %11s | %11s |%n",
        "contracts",
        "compile ms",
        "swap ms",
        "heap MiB",
        "idle p50 µs",
        "idle p99 µs",
        "swap p50 µs",
        "swap p99 µs");
    SwapRun run = new SwapRun();
    for (int contracts : new int[] {10, 1_000, 10, 1_000, 100_000}) {
      run.measure(contracts);
    }
    run.swapOften();
  }

  private void measure(int contracts) throws InterruptedException, ExecutionException {
    List<SourceText> sources = sources(contracts);
    long empty = heap();
    Policy held = compile(sources);
    policy.replace(held, Instant.now());
    long full = heap();
    long[] idle = decisionsWhile(() -> Thread.sleep(IDLE_MILLIS));
    long[] compiling = new long[SWAPS];
    long[] swapping = new long[SWAPS];
    long[] busy =
        decisionsWhile(
            () -> {
              for (int swap = 0; swap < SWAPS; swap++) {
                long start = System.nanoTime();
                Policy next = compile(sources);
                long compiled = System.nanoTime();
                policy.replace(next, Instant.now());
                compiling[swap] = compiled - start;
                swapping[swap] = System.nanoTime() - compiled;
              }
            });
    System.out.printf(
        Locale.ROOT,
        "| %,9d | %,10.1f | %,8.1f | %,8.1f | %,11.1f | %,11.1f | %,11.1f | %,11.1f |%n",
        contracts,
        part(compiling, 0.5) / 1e6,
        part(swapping, 0.5) / 1e6,
        (full - empty) / (double) (1 << 20),
        part(idle, 0.5) / 1e3,
        part(idle, 0.99) / 1e3,
        part(busy, 0.5) / 1e3,
        part(busy, 0.99) / 1e3);
    policy.replace(compile(sources(0)), Instant.now());
  }

  private void swapOften() {
    List<SourceText> sources = sources(CONTRACTS_OF_MANY_SWAPS);
    policy.replace(compile(sources), Instant.now());
    long before = heap();
    for (int swap = 0; swap < MANY_SWAPS; swap++) {
      policy.replace(compile(sources), Instant.now());
      service.consume(Service.request(0));
    }
    System.out.printf(
        Locale.ROOT,
        "%n%d policies of %,d contracts one after the other: %.1f MiB more on the heap than one%n",
        MANY_SWAPS,
        CONTRACTS_OF_MANY_SWAPS,
        (heap() - before) / (double) (1 << 20));
  }

  /** Files of rules; no one of them may be of any size. */
  private static List<SourceText> sources(int contracts) {
    List<SourceText> sources = new ArrayList<>();
    sources.add(SourceText.of("api.toll", Service.rules()));
    for (int first = 1; first <= contracts; first += CONTRACTS_OF_A_FILE) {
      int behind = Math.min(contracts + 1, first + CONTRACTS_OF_A_FILE);
      String text =
          IntStream.range(first, behind)
              .mapToObj(SwapRun::contract)
              .collect(Collectors.joining("\n"));
      sources.add(SourceText.of("contracts_" + first + ".toll", text));
    }
    return sources;
  }

  private static String contract(int account) {
    return """
        contract "Contract %1$d" for api account a%1$d {
          from   2026-01-01 through 2099-12-31
          allot  daily  %2$d
        }
        """
        .formatted(account, 1_000 + account);
  }

  private static Policy compile(List<SourceText> sources) {
    Compiled compiled = Compiler.compile(sources);
    return compiled
        .policy()
        .orElseThrow(() -> new IllegalStateException(compiled.diagnostics().toString()));
  }

  /** How long each decision of one account took that was made meanwhile, in nanoseconds. */
  private long[] decisionsWhile(Meanwhile meanwhile)
      throws InterruptedException, ExecutionException {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService asker = Executors.newSingleThreadExecutor();
    try {
      Future<long[]> decisions = asker.submit(() -> decisions(over));
      meanwhile.run();
      over.set(true);
      return decisions.get();
    } finally {
      asker.shutdownNow();
    }
  }

  @FunctionalInterface
  private interface Meanwhile {
    void run() throws InterruptedException;
  }

  private long[] decisions(AtomicBoolean over) {
    CallRequest request = Service.request(0);
    long[] nanos = new long[1 << 10];
    int count = 0;
    while (!over.get()) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      long start = System.nanoTime();
      // A check remembers nothing, so the heap is that of the policy alone.
      if (!service.decider().check(request).allowed()) {
        throw new IllegalStateException("denied");
      }
      nanos[count++] = System.nanoTime() - start;
    }
    return Arrays.copyOf(nanos, count);
  }

  private static long part(long[] nanos, double part) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) (part * (sorted.length - 1))];
  }

  private static long heap() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
