package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

  private static final int CALLERS = 16;
  private static final int CALLS_EACH = 25;

  @Test
  void callersAtOnceNeverGetMoreThanThereIs() throws Exception {
    try (TestService service = TestService.start(TestService.SHOP)) {
      service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic'}");
      List<Reply> replies =
          atOnce(
              service,
              "{'product': 'shop', 'account': 'acme',"
                  + " 'call': 'items.insert', 'params': {'records': 30}, 'inFlight': false}");
      long consumed =
          replies.stream()
              .filter(reply -> reply.at("/allowed").asBoolean())
              .mapToLong(reply -> reply.at("/cost/credits").asLong())
              .sum();
      assertThat(consumed).isEqualTo(99);
      assertThat(replies)
          .allSatisfy(
              reply -> assertThat(reply.at("/quotas/0/used").asLong()).isLessThanOrEqualTo(100));
      assertThat(used(service)).isEqualTo(consumed);
    }
  }

  @Test
  void retriesAtOnceCountOnce() throws Exception {
    try (TestService service = TestService.start(TestService.SHOP)) {
      service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic'}");
      List<Reply> replies =
          atOnce(
              service,
              "{'product': 'shop', 'account': 'acme',"
                  + " 'call': 'ping', 'requestId': 'r1', 'inFlight': false}");
      assertThat(replies.stream().map(reply -> reply.at("/decisionId").asText()).distinct())
          .hasSize(1);
      assertThat(replies.stream().filter(reply -> !reply.at("/replayed").asBoolean())).hasSize(1);
      assertThat(used(service)).isEqualTo(1);
    }
  }

  private static List<Reply> atOnce(TestService service, String body) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<List<Reply>>> futures = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        futures.add(callers.submit(() -> oneCaller(service, body)));
      }
      List<Reply> replies = new ArrayList<>();
      for (Future<List<Reply>> future : futures) {
        replies.addAll(future.get());
      }
      return replies;
    } finally {
      callers.shutdownNow();
    }
  }

  private static List<Reply> oneCaller(TestService service, String body) {
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < CALLS_EACH; i++) {
      replies.add(service.post("/v1/consume", body));
    }
    return replies;
  }

  private static long used(TestService service) {
    return service
        .post(
            "/v1/check",
            "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'inFlight': false}")
        .at("/quotas/0/used")
        .asLong();
  }
}
