package dev.tollgate.server.clock;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Looks at a clock again and again, so that a service which nobody asks notices in time that it was
 * set, or that the machine has slept.
 */
public final class ClockWatch implements AutoCloseable {

  /** Short beside the two seconds that make a jump. */
  public static final Duration USUAL = Duration.ofSeconds(1);

  private final Thread thread;

  private ClockWatch(Thread thread) {
    this.thread = thread;
  }

  /** Begins to look, in a thread of its own. */
  public static ClockWatch start(InstantSource clock, Duration pause) {
    Thread thread = new Thread(() -> look(clock, pause), "clock");
    thread.setDaemon(true);
    thread.start();
    return new ClockWatch(thread);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private static void look(InstantSource clock, Duration pause) {
    try {
      while (true) {
        Thread.sleep(pause.toMillis());
        clock.instant();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
