package dev.tollgate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.engine.ledger.CounterTerms;
import dev.tollgate.engine.ledger.Draw;
import dev.tollgate.engine.ledger.Granted;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.Packed;
import dev.tollgate.engine.ledger.Settled;
import dev.tollgate.engine.ledger.Take;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.server.clock.ClockReading;
import dev.tollgate.server.clock.ServiceClock;
import dev.tollgate.server.store.disk.Disk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restarts of a service whose machine's clock is set. */
class StoredClockTest {

  private static final CounterKey KEY = new CounterKey("crm", "credits", "acme", List.of());
  private static final CounterTerms AN_HOUR =
      CounterTerms.of(
          new Window.Rolling(Duration.ofHours(1).toMillis(), "rolling 1 hour"),
          ZoneOffset.UTC,
          100);

  @TempDir private Path folder;
  private Instant machine = Instant.parse("2026-01-01T10:00:00Z");
  private long nanos;
  private Disk disk;
  private ServiceClock clock;
  private Ledger<Granted, Settled> ledger;
  private int decisions;

  @BeforeEach
  void open() {
    disk = Disk.in(folder, false);
    clock = new ServiceClock(() -> machine, () -> nanos, disk.read(ClockTable::latest), jump -> {});
    ledger =
        LedgerStore.open(
            disk, Answers.GRANTED, Packed.SETTLED, List.of(), clock, Checkpoints.DUE_AFTER);
  }

  @AfterEach
  void close() {
    disk.close();
  }

  @Test
  void unitsComeBackAfterTheTimeThatHasPassedThoughTheClockWasSetBackBeforeTheRestart() {
    consume(100);
    machine = machine.minus(Duration.ofHours(1));
    passes(Duration.ofMinutes(30));
    consume(0);
    restart();

    passes(Duration.ofMinutes(29));
    assertThat(used()).isEqualTo(100);
    passes(Duration.ofMinutes(1));
    assertThat(used()).isZero();
  }

  @Test
  void unitsComeBackAfterTheTimeThatHasPassedThoughTheClockWasSetForwardBeforeTheRestart() {
    consume(100);
    machine = machine.plus(Duration.ofHours(5));
    passes(Duration.ofMinutes(30));
    consume(0);
    restart();

    passes(Duration.ofMinutes(29));
    assertThat(used()).isEqualTo(100);
    passes(Duration.ofMinutes(1));
    assertThat(used()).isZero();
  }

  @Test
  void theWallClockSaysHowLongTheServiceWasDown() {
    consume(100);
    close();
    machine = machine.plus(Duration.ofMinutes(59));
    nanos = 0;
    open();
    assertThat(used()).isEqualTo(100);

    passes(Duration.ofMinutes(1));
    assertThat(used()).isZero();
  }

  @Test
  void whatTheClockWasSetByIsKnownThoughNothingWasDecidedSince() {
    StoreSettings settings = StoreSettings.in(folder.resolve("other"));
    try (Store store = Store.open(settings, () -> machine, () -> nanos)) {
      machine = machine.plus(Duration.ofHours(8));
      store.clock().instant();
    }
    try (Store store = Store.open(settings, () -> machine, () -> nanos)) {
      assertThat(((ServiceClock) store.clock()).last())
          .isEqualTo(new ClockReading(machine, Duration.ofHours(8).toMillis()));
    }
  }

  private void restart() {
    close();
    open();
  }

  private void passes(Duration time) {
    machine = machine.plus(time);
    nanos += time.toNanos();
  }

  private void consume(long units) {
    decisions++;
    Take take =
        new Take(
            "crm",
            "acme",
            "d" + decisions,
            clock.instant(),
            Optional.empty(),
            List.of(new Draw(KEY, AN_HOUR, units)),
            Optional.empty());
    ledger.take(take, Function.identity());
  }

  private long used() {
    return ledger.look(KEY, AN_HOUR, clock.instant()).used();
  }
}
