package dev.tollgate.bench;

import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Archive;
import dev.tollgate.engine.ledger.Archived;
import dev.tollgate.engine.ledger.Drift;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.ledger.Journal;
import dev.tollgate.engine.ledger.Restoration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of heap that so many accounts take: their profiles, of which 100 are distinct, and two
 * counters each, in which one call was counted. Decisions are written down at once, as far as the
 * ledger can tell, so that only the latest are in memory; no account is asked about twice.
 */
final class AccountSizes {

  private AccountSizes() {}

  public static void main(String[] arguments) {
    System.out.println(Machine.line());
    System.out.printf("| %9s | %14s | %16s |%n", "accounts", "MB of heap", "bytes of each");
    for (int accounts : new int[] {10_000, 100_000, 1_000_000}) {
      long before = used();
      Service service = Service.in(new Forgetting().ledger(), accounts);
      for (int account = 0; account < accounts; account++) {
        service.consume(Service.request(account));
      }
      long bytes = used() - before;
      System.out.printf(
          Locale.ROOT, "| %,9d | %,14d | %,16d |%n", accounts, bytes / 1_000_000, bytes / accounts);
      service.consume(Service.request(0));
    }
  }

  /** Bytes of heap that are reachable. */
  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Says that all was written down, and knows nothing of it. */
  private static final class Forgetting
      implements Journal<Remembered, Settlement>, Archive<Remembered, Settlement> {

    private final AtomicLong entries = new AtomicLong();

    InMemoryLedger<Remembered, Settlement> ledger() {
      return new Restoration().ledger(this, this, Drift.NONE);
    }

    @Override
    public void mustAccept() {}

    @Override
    public long append(Entry<Remembered, Settlement> entry) {
      return entries.incrementAndGet();
    }

    @Override
    public long appended() {
      return entries.get();
    }

    @Override
    public long archived() {
      return entries.get();
    }

    @Override
    public Optional<Archived<Remembered, Settlement>> find(String decisionId) {
      return Optional.empty();
    }

    @Override
    public Optional<String> greatestId() {
      return Optional.empty();
    }

    @Override
    public Optional<Archived<Remembered, Settlement>> answered(
        String product, String account, String requestId) {
      return Optional.empty();
    }

    @Override
    public Optional<Instant> lastDecision(String product, String account) {
      return Optional.empty();
    }
  }
}
