package dev.tollgate.bench;

import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Decision;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One decision in process, nothing kept, beside Bucket4j. All accounts have asked before, so that
 * their entitlements are cached. The ledger is a new one for each iteration: it remembers decisions
 * for 35 days, which at this pace no memory holds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms5g", "-Xmx5g", "-XX:+UseParallelGC"})
public class DecisionBenchmark {

  @Param({"1", "1000", "100000"})
  int accounts;

  private Service service;
  private CallRequest[] requests;
  private Buckets buckets;

  /** Whatever is made in here counts as allocated by the calls of an iteration; so not there. */
  @Setup
  public void setUp() {
    service = Service.inMemory(accounts);
    buckets = new Buckets(accounts);
    requests = new CallRequest[accounts];
    for (int account = 0; account < accounts; account++) {
      requests[account] = Service.request(account);
      service.decider().check(requests[account]);
    }
  }

  @Setup(Level.Iteration)
  public void forget() {
    service = service.withNewLedger();
  }

  @Benchmark
  public Decision check() {
    return service.decider().check(requests[any()]);
  }

  @Benchmark
  public Decision consume() {
    return service.decider().consume(requests[any()]);
  }

  @Benchmark
  public long bucket4j() {
    return buckets.consume(any());
  }

  /**
   * Time is that of each thread: where it is that of one thread alone, two decide twice as many.
   */
  @Benchmark
  @Threads(2)
  public Decision consumeByTwo() {
    return consume();
  }

  @Benchmark
  @Threads(2)
  public long bucket4jByTwo() {
    return bucket4j();
  }

  private int any() {
    return ThreadLocalRandom.current().nextInt(accounts);
  }
}
