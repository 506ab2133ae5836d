package dev.tollgate.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.server.http.metric.Metrics;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WebhooksTest {

  private static final Secret SECRET = Secret.of("correct horse battery staple");
  private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

  private final EventsInMemory events = new EventsInMemory();
  private final Metrics metrics = new Metrics();
  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);

  private Webhooks tell(URI... addresses) {
    return tell(Duration.ofSeconds(20), addresses);
  }

  private Webhooks tell(Duration patience, URI... addresses) {
    WebhookSettings settings =
        new WebhookSettings(
            List.of(addresses),
            SECRET,
            new Backoff(Duration.ofMillis(2), Duration.ofMillis(4)),
            patience,
            Duration.ofMillis(2));
    return Webhooks.start(settings, events, events, metrics, now::get);
  }

  private void happen(int times) {
    for (int i = 0; i < times; i++) {
      events.happened();
    }
  }

  private String metric(String name, String outcome, URI address) {
    String labels = outcome.isEmpty() ? "" : "outcome=\"" + outcome + "\",";
    String webhook = "http://127.0.0.1:" + address.getPort() + "/events";
    return "tollgate_webhook_" + name + "{" + labels + "webhook=\"" + webhook + "\"}";
  }

  @Test
  void aReceiverIsToldOfEachEventInOrderAndSigned() throws Exception {
    try (LocalReceiver receiver = LocalReceiver.start();
        Webhooks webhooks = tell(receiver.address())) {
      assertThat(webhooks).isNotNull();
      happen(250);
      for (long event = 1; event <= 250; event++) {
        LocalReceiver.Message message = receiver.next();
        assertThat(message.event()).isEqualTo(event);
        assertThat(message.id()).isEqualTo("evt_" + event + "_1767261600000");
        assertThat(message.timestamp()).isEqualTo(BEGIN.getEpochSecond());
        assertThat(message.signature())
            .isEqualTo(SECRET.signature(message.id(), message.timestamp(), message.body()));
      }
    }
  }

  @Test
  void whatAReceiverRefusesIsSentAgainBeforeWhatComesBehind() throws Exception {
    try (LocalReceiver receiver = LocalReceiver.start().refusing(2);
        Webhooks webhooks = tell(receiver.address())) {
      assertThat(webhooks).isNotNull();
      happen(2);
      assertThat(List.of(next(receiver), next(receiver), next(receiver), next(receiver)))
          .containsExactly(1L, 1L, 1L, 2L);
      happen(1);
      assertThat(next(receiver)).isEqualTo(3);
      assertThat(metrics.scrape())
          .contains(metric("attempts_total", "failed", receiver.address()) + " 2.0")
          .doesNotContain("confidential");
    }
  }

  private static long next(LocalReceiver receiver) throws InterruptedException {
    return receiver.next().event();
  }

  @Test
  void aReceiverThatNeverAnswersHoldsUpNoOther() throws Exception {
    try (LocalReceiver silent = LocalReceiver.start().silent();
        LocalReceiver prompt = LocalReceiver.start();
        Webhooks webhooks = tell(Duration.ofMillis(500), silent.address(), prompt.address())) {
      assertThat(webhooks).isNotNull();
      happen(20);
      long told = 0;
      while (told < 20) {
        long event = next(prompt);
        assertThat(event).as("in order, perhaps once more").isBetween(Math.max(1, told), told + 1);
        told = event;
      }
      assertThat(next(silent)).isEqualTo(1);
      assertThat(next(silent)).as("asked once more when its time is over").isEqualTo(1);
      assertThat(metrics.scrape()).contains(metric("waiting", "", silent.address()) + " 20.0");
    }
  }

  @Test
  void aReceiverThatWasDownIsToldWhenItIsBack() throws Exception {
    int port;
    try (LocalReceiver receiver = LocalReceiver.start()) {
      port = receiver.port();
    }
    URI address = URI.create("http://127.0.0.1:" + port + "/events");
    try (Webhooks webhooks = tell(address)) {
      assertThat(webhooks).isNotNull();
      happen(3);
      awaitFailure(address);
      try (LocalReceiver back = LocalReceiver.startOn(port)) {
        assertThat(List.of(next(back), next(back), next(back))).containsExactly(1L, 2L, 3L);
      }
    }
  }

  private void awaitFailure(URI address) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!metrics.scrape().contains(metric("attempts_total", "failed", address))) {
      assertThat(System.nanoTime()).as("an attempt fails").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void afterARestartItGoesOnAndLosesNothing() throws Exception {
    try (LocalReceiver receiver = LocalReceiver.start()) {
      try (Webhooks first = tell(receiver.address())) {
        assertThat(first).isNotNull();
        happen(2);
        assertThat(List.of(next(receiver), next(receiver))).containsExactly(1L, 2L);
      }
      happen(2);
      try (Webhooks second = tell(receiver.address())) {
        assertThat(second).isNotNull();
        long event = next(receiver);
        while (event <= 2) {
          // What had arrived just when it stopped comes once more.
          event = next(receiver);
        }
        assertThat(List.of(event, next(receiver))).containsExactly(3L, 4L);
      }
    }
  }

  @Test
  void aReceiverThatIsNewIsToldOfWhatHappensFromNowOn() throws IOException, InterruptedException {
    happen(5);
    try (LocalReceiver receiver = LocalReceiver.start();
        Webhooks webhooks = tell(receiver.address())) {
      assertThat(webhooks).isNotNull();
      happen(1);
      assertThat(next(receiver)).isEqualTo(6);
    }
  }

  @Test
  void anEventThatIsRefusedForThreeDaysIsLeftOut() throws Exception {
    try (LocalReceiver receiver = LocalReceiver.start().refusing(Integer.MAX_VALUE);
        Webhooks webhooks = tell(receiver.address())) {
      assertThat(webhooks).isNotNull();
      happen(2);
      assertThat(next(receiver)).isEqualTo(1);
      now.set(BEGIN.plus(Delivery.GIVEN_UP_AFTER));
      long event = next(receiver);
      while (event == 1) {
        event = next(receiver);
      }
      assertThat(event).isEqualTo(2);
      assertThat(metrics.scrape())
          .contains(metric("attempts_total", "given-up", receiver.address()) + " 1.0");
    }
  }
}
