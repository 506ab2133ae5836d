package dev.tollgate.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.server.http.Reply;
import dev.tollgate.server.http.TestService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service that tells of what happens to accounts. */
class ServiceTellsTest {

  private static final String ACME = "/v1/products/shop/accounts/acme";

  @Test
  void whatIsListedIsToldAndAReceiverThatFailsIsInNobodysWay() throws Exception {
    Secret secret = Secret.of("correct horse battery staple");
    try (LocalReceiver prompt = LocalReceiver.start();
        LocalReceiver broken = LocalReceiver.start().refusing(Integer.MAX_VALUE)) {
      WebhookSettings settings =
          new WebhookSettings(
              List.of(prompt.address(), broken.address()),
              secret,
              new Backoff(Duration.ofMillis(20), Duration.ofMillis(40)),
              Duration.ofSeconds(20),
              Duration.ofMillis(5));
      try (TestService service =
          TestService.start(TestService.SHOP, it -> it.withWebhooks(settings))) {
        service.put(ACME, "{'edition': 'basic'}");
        Reply consumed =
            service.post(
                "/v1/consume",
                "{'product': 'shop', 'account': 'acme', 'call': 'items.list', 'inFlight': false,"
                    + " 'params': {'deep': true}}");
        assertThat(consumed.at("/allowed").asBoolean()).isTrue();
        broken.next();
        broken.next();

        LocalReceiver.Message message = prompt.next();

        assertThat(new String(message.body(), StandardCharsets.UTF_8))
            .isEqualTo(service.get(ACME + "/events").at("/events/0").toString());
        assertThat(message.signature())
            .isEqualTo(secret.signature(message.id(), message.timestamp(), message.body()));
        assertThat(service.get("/metrics").text())
            .contains("tollgate_webhook_attempts_total{outcome=\"failed\"")
            .contains("tollgate_webhook_waiting{webhook=\"http://127.0.0.1:" + broken.port());
        assertThat(service.get("/health").at("/status").asText()).isEqualTo("ok");
      }
    }
  }
}
