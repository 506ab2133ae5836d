package dev.tollgate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.engine.ledger.CounterTerms;
import dev.tollgate.engine.ledger.Draw;
import dev.tollgate.engine.ledger.Drift;
import dev.tollgate.engine.ledger.Granted;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.Packed;
import dev.tollgate.engine.ledger.Settled;
import dev.tollgate.engine.ledger.Take;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.server.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log stays short, and what it forgets stands in the images of counters. */
class CheckpointsTest {

  private static final int ACCOUNTS = 1_300;
  private static final int CALLS = 9_000;
  private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");
  private static final CounterTerms TERMS =
      CounterTerms.of(
          new Window.Rolling(Duration.ofHours(24).toMillis(), "rolling 24 hours"),
          ZoneOffset.UTC,
          1_000_000);

  @TempDir private Path folder;

  @Test
  void whatACrashLeavesBehindACheckpointIsEverything() throws IOException {
    Path crashed = folder.resolve("crashed");
    try (Disk disk = Disk.in(folder.resolve("running"), false)) {
      Ledger<Granted, Settled> ledger = open(disk);
      for (int call = 0; call < CALLS; call++) {
        ledger.take(take(call), granted -> granted);
        disk.awaitWritten(disk.state().appended() - 500);
      }
      disk.awaitWritten(disk.state().appended());
      copy(folder.resolve("running"), crashed);
    }
    try (Disk disk = Disk.in(crashed, false)) {
      assertThat(disk.entries()).hasSizeLessThan(CALLS - 1_000);
      verify(open(disk));
    }
    try (Disk disk = Disk.in(folder.resolve("running"), false)) {
      assertThat(disk.entries()).as("what was closed needs no log").isEmpty();
      verify(open(disk));
    }
  }

  @Test
  void whatIsTooOldIsForgotten() {
    try (Disk disk = Disk.in(folder, false)) {
      Ledger<Granted, Settled> ledger = open(disk);
      for (int call = 0; call < 1_500; call++) {
        ledger.take(take(call), granted -> granted);
      }
      disk.awaitWritten(disk.state().appended());
      for (int call = 1_500; call < 4_500; call++) {
        ledger.take(take(call, BEGIN.plus(Duration.ofDays(36))), granted -> granted);
        disk.awaitWritten(disk.state().appended() - 500);
      }
      disk.awaitWritten(disk.state().appended());
    }
    try (Disk disk = Disk.in(folder, false)) {
      assertThat(disk.<String>read(session -> session.value("SELECT count(*) FROM decisions")))
          .isEqualTo("3000");
      assertThat(disk.<String>read(session -> session.value("SELECT count(*) FROM last_decisions")))
          .isEqualTo(Integer.toString(ACCOUNTS));
    }
  }

  private static void verify(Ledger<Granted, Settled> ledger) {
    for (int account = 0; account < ACCOUNTS; account++) {
      long calls = (CALLS - account + ACCOUNTS - 1) / ACCOUNTS;
      assertThat(ledger.look(key(account), TERMS, BEGIN.plusSeconds(3_600)).used())
          .isEqualTo(calls);
      assertThat(ledger.lastDecision("crm", key(account).account()))
          .contains(BEGIN.plusMillis(account + (calls - 1) * ACCOUNTS));
    }
  }

  private static Ledger<Granted, Settled> open(Disk disk) {
    return LedgerStore.open(disk, Answers.GRANTED, Packed.SETTLED, List.of(), Drift.NONE, 5_000);
  }

  private static Take take(int call) {
    return take(call, BEGIN.plusMillis(call));
  }

  private static Take take(int call, Instant at) {
    CounterKey key = key(call % ACCOUNTS);
    return new Take(
        "crm",
        key.account(),
        "d" + call,
        at,
        Optional.empty(),
        List.of(new Draw(key, TERMS, 1)),
        Optional.empty());
  }

  private static CounterKey key(int account) {
    return new CounterKey("crm", "credits", "account" + account, List.of());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
