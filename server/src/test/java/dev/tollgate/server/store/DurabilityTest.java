package dev.tollgate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.LogEntry;
import dev.tollgate.server.store.disk.Transaction;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How many changes may be answered while a disk takes its time. */
@Timeout(60)
class DurabilityTest {

  private static final int MOST_BEHIND = 4_096;

  private final CountDownLatch diskGoesOn = new CountDownLatch(1);
  private final CountDownLatch diskWrites = new CountDownLatch(1);

  /** One that the disk writes only when it is let go on. */
  private final class Slow implements LogEntry {
    @Override
    public byte[] bytes() {
      return new byte[] {1};
    }

    @Override
    public void apply(Transaction transaction) {
      diskWrites.countDown();
      try {
        diskGoesOn.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  @Test
  void withAsyncACrashLosesTheLast4096ChangesAtMost(@TempDir Path folder) throws Exception {
    StoreSettings settings = StoreSettings.in(folder).with(Durability.ASYNC);
    try (Disk disk = Disk.in(folder, false)) {
      disk.start((lastWritten, closing) -> Optional.empty());
      disk.append(new Slow());
      diskWrites.await();
      for (int more = 1; more < MOST_BEHIND; more++) {
        disk.append(new Slow());
      }
      // 4,096 are not on disk, and all of them may be answered.
      disk.awaitWritten(disk.state().appended() - settings.behind());
      assertThat(disk.state().written()).isZero();

      disk.append(new Slow());
      Thread next =
          new Thread(() -> disk.awaitWritten(disk.state().appended() - settings.behind()));
      next.start();
      while (next.getState() != Thread.State.TIMED_WAITING) {
        assertThat(next.getState()).isNotEqualTo(Thread.State.TERMINATED);
        Thread.onSpinWait();
      }
      assertThat(disk.state().written()).isZero();
      diskGoesOn.countDown();
      next.join();
      assertThat(disk.state().written()).isPositive();
    } finally {
      diskGoesOn.countDown();
    }
  }
}
