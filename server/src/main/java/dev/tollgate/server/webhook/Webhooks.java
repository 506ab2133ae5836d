package dev.tollgate.server.webhook;

import dev.tollgate.engine.book.Events;
import dev.tollgate.server.http.metric.Metrics;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Tells all receivers, each in a thread of its own, so that a slow one holds up no other. */
public final class Webhooks implements AutoCloseable {

  private final List<Thread> threads = new ArrayList<>();

  private Webhooks() {}

  /** Begins to tell receivers where they were left. */
  public static Webhooks start(
      WebhookSettings settings,
      Events events,
      Cursors cursors,
      Metrics metrics,
      InstantSource clock) {
    Webhooks webhooks = new Webhooks();
    HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(settings.patience())
            // Whoever signs for one address does not send to another.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    for (URI address : settings.addresses()) {
      String name = name(address);
      Receiver receiver = new Receiver(http, address, settings.secret(), settings.patience());
      Progress progress = new Progress(address.toString(), name, events, cursors, metrics);
      Delivery delivery =
          new Delivery(name, receiver, events, progress, settings, clock, new SecureRandom());
      Thread thread = new Thread(delivery, "webhook " + name);
      thread.setDaemon(true);
      thread.start();
      webhooks.threads.add(thread);
    }
    return webhooks;
  }

  /** Stops; what is under way may or may not arrive, and is sent again next time. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** An address as logs and metrics show it: its query may hold what is nobody's business. */
  private static String name(URI address) {
    return address.getScheme() + "://" + address.getAuthority() + address.getPath();
  }
}
