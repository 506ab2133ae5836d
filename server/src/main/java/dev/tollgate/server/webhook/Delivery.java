package dev.tollgate.server.webhook;

import dev.tollgate.engine.book.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver of all events, one after the other. It goes on to the next when the receiver
 * has taken one, or has refused it for {@link #GIVEN_UP_AFTER}.
 */
final class Delivery implements Runnable {

  /** An event that cannot be delivered must not keep back those behind it for ever. */
  static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final int PAGE = 100;

  private final String name;
  private final Receiver receiver;
  private final Events events;
  private final Progress progress;
  private final WebhookSettings settings;
  private final InstantSource clock;
  private final RandomGenerator random;

  Delivery(
      String name,
      Receiver receiver,
      Events events,
      Progress progress,
      WebhookSettings settings,
      InstantSource clock,
      RandomGenerator random) {
    this.name = name;
    this.receiver = receiver;
    this.events = events;
    this.progress = progress;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /** Goes on until its thread is interrupted. */
  @Override
  public void run() {
    try {
      while (true) {
        if (!page()) {
          Thread.sleep(settings.look().toMillis());
        }
      }
    } catch (InterruptedException ended) {
      LOG.debug("no more events for {}", name);
    }
  }

  /** Whether there was anything to tell. */
  private boolean page() throws InterruptedException {
    try {
      List<Events.Numbered> page = events.after(progress.done(), PAGE);
      for (Events.Numbered event : page) {
        deliver(event);
      }
      return !page.isEmpty();
    } catch (RuntimeException unreadable) {
      // A store that cannot be read now may be read later.
      LOG.warn("events for {} cannot be read: {}", name, unreadable.getMessage());
      return false;
    }
  }

  private void deliver(Events.Numbered event) throws InterruptedException {
    Instant began = clock.instant();
    int failures = 0;
    while (true) {
      Optional<String> refusal = receiver.tell(event, clock.instant());
      if (refusal.isEmpty()) {
        progress.done(event.number(), Outcome.DELIVERED);
        return;
      }
      failures++;
      if (failures == 1) {
        LOG.warn("{} did not take event {}: {}", name, event.number(), refusal.get());
      }
      if (!clock.instant().isBefore(began.plus(GIVEN_UP_AFTER))) {
        LOG.warn("event {} is given up for {}: {}", event.number(), name, refusal.get());
        progress.done(event.number(), Outcome.GIVEN_UP);
        return;
      }
      progress.failed();
      Thread.sleep(settings.backoff().after(failures, random).toMillis());
    }
  }
}
