package dev.tollgate.bench;

import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.Resolved;
import dev.tollgate.engine.terms.Resolver;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Which terms apply to an account of which nothing is remembered: one quota, so many contracts for
 * as many accounts, so many rules of which one holds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+UseParallelGC"})
public class ResolveBenchmark {

  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private static final String PRODUCT =
      """
      product api {
        zone UTC
        unit credit, credits
        seat user, users
        fact region text
        edition free
        edition pro
        calls get
        quota daily in credits {
          per     account
          window  rolling 24 hours
          allot free  base 100
          allot pro   base 1_000 + 10 per user
        }
      }
      contract "c0" for api account a0 {
        allot daily  base 5_000
      }
      """;

  @Param({"10", "1000", "100000"})
  int contracts;

  @Param({"10", "1000"})
  int rules;

  private Product product;
  private Resolver resolver;
  private Profile[] accounts;

  @Setup
  public void setUp() {
    Policy policy = policy();
    product = policy.product("api").orElseThrow();
    resolver = new Resolver(policy);
    accounts = new Profile[contracts];
    for (int account = 0; account < contracts; account++) {
      accounts[account] =
          new Profile(
              Optional.of("a" + account),
              "pro",
              Map.of("user", 10L),
              Map.of("region", Value.word("r" + account % rules)),
              Optional.empty(),
              Optional.empty(),
              Map.of());
    }
  }

  /** One contract is compiled; the others differ from it in whose they are. */
  private Policy policy() {
    StringBuilder text = new StringBuilder(PRODUCT);
    for (int rule = 0; rule < rules; rule++) {
      text.append("rule \"r%1$d\" for api.daily {\n".formatted(rule));
      text.append("  when region is \"r%1$d\"\n  add 5\n}\n".formatted(rule));
    }
    Policy one =
        Compiler.compile(List.of(SourceText.of("api.toll", text.toString())))
            .policy()
            .orElseThrow();
    Contract first = one.contracts().get(0);
    List<Contract> all =
        IntStream.range(0, contracts).mapToObj(account -> forAccount(first, account)).toList();
    return new Policy(one.products(), all, one.files(), one.lines(), one.hash());
  }

  private static Contract forAccount(Contract contract, int account) {
    return new Contract(
        "c" + account,
        contract.product(),
        "a" + account,
        contract.during(),
        contract.allotments(),
        contract.costs(),
        contract.keepGreater(),
        contract.place());
  }

  @Benchmark
  public List<Resolved> resolve() {
    Profile any = accounts[ThreadLocalRandom.current().nextInt(contracts)];
    return resolver.resolve(product, any, AT);
  }
}
