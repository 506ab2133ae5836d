package dev.tollgate.bench;

import dev.tollgate.engine.ledger.BilledBy;
import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.engine.ledger.CounterTerms;
import dev.tollgate.engine.ledger.Draw;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.ledger.Take;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Window;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jol.info.GraphLayout;

/**
 * Bytes that the counter of an account takes after calls at so many distinct moments of a rolling
 * window, its place in the tables included; decisions that are remembered are not.
 */
final class CounterSizes {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final long LIMIT = 1_000_000_000;

  private static final BilledBy PRICES =
      new BilledBy(
          "sha256:", "extra", new Price.Flat("USD", BigDecimal.ONE, new Place("api.toll", 1, 1)));

  private CounterSizes() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    // The offsets of fields of records are not told otherwise.
    System.setProperty("jol.magicFieldOffset", "true");
    System.out.println(Machine.line());
    System.out.printf("| %7s | %15s | %15s |%n", "moments", "nothing billed", "half is billed");
    for (int moments : new int[] {1, 100, 1_000, 10_000}) {
      int accounts = Math.max(10, 10_000 / moments);
      System.out.printf(
          Locale.ROOT,
          "| %,7d | %,15d | %,15d |%n",
          moments,
          bytes(terms(false, LIMIT), moments, accounts),
          bytes(terms(true, moments / 2), moments, accounts));
    }
  }

  private static CounterTerms terms(boolean billed, long included) {
    return new CounterTerms(
        new Window.Rolling(WINDOW.toMillis(), "24 hours"),
        ZoneOffset.UTC,
        Optional.empty(),
        LIMIT,
        included,
        LIMIT,
        Optional.empty(),
        billed ? Optional.of(PRICES) : Optional.empty(),
        List.of());
  }

  private static long bytes(CounterTerms terms, int moments, int accounts)
      throws ReflectiveOperationException {
    InMemoryLedger<Boolean, Boolean> ledger = new InMemoryLedger<>();
    long before = counters(ledger);
    for (int moment = 0; moment < moments; moment++) {
      Instant at = START.plus(WINDOW.multipliedBy(moment).dividedBy(moments));
      for (int account = 0; account < accounts; account++) {
        String name = "account-" + account;
        CounterKey key = new CounterKey("api", "daily", name, List.of());
        String decision = account + "-" + moment;
        ledger.take(
            new Take(
                "api",
                name,
                decision,
                at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                Optional.empty(),
                List.of(new Draw(key, terms, 1)),
                Optional.empty()),
            granted -> true);
      }
    }
    return (counters(ledger) - before) / accounts;
  }

  private static long counters(InMemoryLedger<?, ?> ledger) throws ReflectiveOperationException {
    Field stripes = InMemoryLedger.class.getDeclaredField("stripes");
    stripes.setAccessible(true);
    return GraphLayout.parseInstance(stripes.get(ledger)).totalSize();
  }
}
