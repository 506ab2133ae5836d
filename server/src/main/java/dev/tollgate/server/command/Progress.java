package dev.tollgate.server.command;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** A bar that grows on a terminal while a long file is read. Safe for use by many threads. */
final class Progress {

  private static final int WIDTH = 30;
  private static final long PAUSE_NANOS = 100_000_000;

  private final PrintWriter err;
  private final boolean shown;
  private final LongSupplier nanos;
  private final long whole;
  private long next;

  /**
   * @param whole how much there is to do, in any measure, from 0
   */
  Progress(PrintWriter err, Surroundings surroundings, long whole) {
    this.err = err;
    this.shown = surroundings.colour();
    this.nanos = surroundings.nanos();
    this.whole = Math.max(1, whole);
    this.next = nanos.getAsLong();
  }

  /**
   * Shows how far it is, now and then.
   *
   * @param done of the whole
   * @param words what was done
   */
  synchronized void at(long done, String words) {
    long now = nanos.getAsLong();
    if (!shown || now - next < 0) {
      return;
    }
    next = now + PAUSE_NANOS;
    int full = (int) Math.min(WIDTH, WIDTH * done / whole);
    err.print(
        "\r[%s%s] %3d%% %s"
            .formatted(
                "=".repeat(full),
                " ".repeat(WIDTH - full),
                Math.min(100, 100 * done / whole),
                words));
    err.flush();
  }

  /** Takes the bar away. */
  synchronized void end() {
    if (shown) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
