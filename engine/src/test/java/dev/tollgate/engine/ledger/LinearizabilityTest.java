package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Whatever threads are answered that use one ledger at once, some order of their calls one after
 * the other would have been answered the same. Two accounts draw on counters of their own and on
 * one that they share.
 *
 * <p>Under stress only: the model checker of Lincheck tries interleavings one by one, and needs
 * minutes for a few calls because a ledger has hundreds of locks and maps. Most of the time here
 * goes into instrumenting the classes.
 */
@Param(name = "id", gen = IntGen.class, conf = "1:4")
@Param(name = "cost", gen = IntGen.class, conf = "1:3")
public class LinearizabilityTest {

  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
  private static final List<String> ACCOUNTS = List.of("acme", "zylker");

  private final InMemoryLedger<Granted, Settled> ledger = new InMemoryLedger<>();

  /**
   * Consumes; two ids at most are of one account, and the first comes with an id of its request.
   */
  @Operation
  public String take(@Param(name = "id") int id, @Param(name = "cost") int cost) {
    String account = ACCOUNTS.get(id % 2);
    Take take =
        new Take(
            "crm",
            account,
            "d" + id + "." + cost,
            NOW,
            id < 3 ? Optional.of(new RequestId("r" + id, "")) : Optional.empty(),
            List.of(own(account, cost), shared(1)),
            id == 4 ? Optional.of(NOW.plusSeconds(60)) : Optional.empty());
    return ledger.take(take, Function.identity()).toString();
  }

  @Operation
  public String commit(@Param(name = "id") int id, @Param(name = "cost") int cost) {
    String account = ACCOUNTS.get(id % 2);
    Settlement settlement =
        new Settlement("d" + id + "." + cost, NOW, List.of(own(account, 2), shared(2)));
    return ledger.commit(settlement, Function.identity()).toString();
  }

  @Operation
  public String cancel(@Param(name = "id") int id, @Param(name = "cost") int cost) {
    return ledger.cancel("d" + id + "." + cost, NOW, Function.identity()).toString();
  }

  @Operation
  public String adjust(@Param(name = "id") int id, @Param(name = "cost") int units) {
    String account = ACCOUNTS.get(id % 2);
    Draw own = own(account, 0);
    Adjustment adjustment =
        new Adjustment(
            "a", account, own.key(), own.terms(), units, NOW, "goodwill", Optional.empty());
    return ledger.adjust(adjustment, Function.identity()).toString();
  }

  @Operation
  public String look(@Param(name = "id") int id) {
    Draw draw = id < 3 ? own(ACCOUNTS.get(id % 2), 0) : shared(0);
    return ledger.look(draw.key(), draw.terms(), NOW).toString();
  }

  @Test
  void underStressEverythingIsAnsweredAsInSomeOrder() {
    new StressOptions()
        .iterations(5)
        .invocationsPerIteration(100)
        .threads(3)
        .actorsPerThread(3)
        .check(LinearizabilityTest.class);
  }

  private static Draw own(String account, long cost) {
    CounterKey key = new CounterKey("crm", "credits", account, List.of());
    return new Draw(key, Terms.billedBeyond(2, Terms.rollingDay(5)), cost);
  }

  private static Draw shared(long cost) {
    return new Draw(Calls.POOL, Terms.rollingDay(4), cost);
  }
}
