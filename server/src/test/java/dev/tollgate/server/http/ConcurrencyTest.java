package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.server.store.StoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

  private static final int CALLERS = 16;
  private static final int CALLS_EACH = 25;
  private static final int MIXED_CALLS_EACH = 16;

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
  void inWhateverWayCallersComeWhatWasAllowedIsWhatIsUsed() throws Exception {
    try (TestService service = TestService.start(TestService.SHOP)) {
      service.put("/v1/products/shop/accounts/acme", "{'edition': 'plus', 'seats': {'users': 20}}");
      List<Long> consumed = atOnce(caller -> mixed(service, caller));
      long sum = consumed.stream().mapToLong(Long::longValue).sum();
      assertThat(sum).isBetween(300L, 400L).isEqualTo(used(service));
    }
  }

  /** Calls alone, in arrays, through the gate, and some that are cancelled; what stays consumed. */
  private static long mixed(TestService service, int caller) {
    String insert =
        "{'product': 'shop', 'account': 'acme', 'call': 'items.insert', 'inFlight': false,"
            + " 'params': {'records': 30}}";
    long consumed = 0;
    for (int i = caller; i < caller + MIXED_CALLS_EACH; i++) {
      switch (i % 4) {
        case 0 -> consumed += cost(service.post("/v1/consume", insert).json());
        case 1 -> {
          for (JsonNode each :
              service.post("/v1/consume", "[" + insert + "," + insert + "]").json()) {
            consumed += cost(each);
          }
        }
        case 2 -> {
          Reply gate = service.get("/v1/gate/shop/acme/items.insert?records=15");
          consumed += gate.status() == 204 ? 2 : 0;
        }
        default -> {
          JsonNode decision = service.post("/v1/consume", insert).json();
          if (decision.get("allowed").asBoolean()) {
            String id = decision.get("decisionId").asText();
            assertThat(service.post("/v1/decisions/" + id + "/cancel").status()).isEqualTo(200);
          }
        }
      }
    }
    return consumed;
  }

  private static long cost(JsonNode decision) {
    assertThat(decision.at("/quotas/0/used").asLong()).isLessThanOrEqualTo(400);
    return decision.get("allowed").asBoolean() ? decision.at("/cost/credits").asLong() : 0;
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

  /**
   * 64 callers of one account on disk: calls that are asked again with the same id, denials,
   * cancels and commits, all mixed. Each counts exactly once, also for whoever starts the service
   * again.
   */
  @Test
  void retriesDenialsCancelsAndReplaysOfManyCallersCountOnceEach(@TempDir Path data)
      throws Exception {
    UnaryOperator<ServerSettings> keeps = settings -> settings.withStore(StoreSettings.in(data));
    long used;
    try (TestService service = TestService.start(TestService.SHOP, keeps)) {
      service.put(
          "/v1/products/shop/accounts/acme", "{'edition': 'loyal', 'facts': {'floor': 500}}");
      List<Long> consumed = atOnce(64, caller -> retried(service, caller));
      used = consumed.stream().mapToLong(Long::longValue).sum();
      assertThat(used).isBetween(450L, 500L).isEqualTo(used(service));
    }
    try (TestService service = TestService.start(TestService.SHOP, keeps)) {
      assertThat(used(service)).isEqualTo(used);
    }
  }

  /** What stays consumed of one caller's calls; every third one is asked several times. */
  private static long retried(TestService service, int caller) {
    long consumed = 0;
    for (int i = 0; i < 8; i++) {
      String call =
          "{'product': 'shop', 'account': 'acme', 'call': 'items.insert', 'inFlight': false,"
              + " 'params': {'records': %d}, 'requestId': '%d of %d'}"
                  .formatted(10 + (caller + i) % 3 * 10, i, caller);
      JsonNode first = service.post("/v1/consume", call).json();
      for (int again = 0; again < (caller + i) % 3; again++) {
        JsonNode retry = service.post("/v1/consume", call).json();
        assertThat(retry.get("replayed").asBoolean()).isEqualTo(first.get("allowed").asBoolean());
        first = retry;
      }
      if (!first.get("allowed").asBoolean()) {
        continue;
      }
      String decision = "/v1/decisions/" + first.get("decisionId").asText();
      switch ((caller + i) % 4) {
        case 0 -> {
          assertThat(service.post(decision + "/cancel").status()).isEqualTo(200);
          assertThat(service.post(decision + "/cancel").at("/replayed").asBoolean()).isTrue();
          assertThat(service.post("/v1/consume", call).status()).isEqualTo(409);
        }
        case 1 -> {
          Reply commit = service.post(decision + "/commit", "{'cost': {'credits': 1}}");
          consumed += commit.at("/cost/credits").asLong();
          assertThat(service.post(decision + "/cancel").status()).isEqualTo(409);
        }
        default -> consumed += first.at("/cost/credits").asLong();
      }
    }
    return consumed;
  }

  private static List<Reply> atOnce(TestService service, String body) throws Exception {
    return atOnce(caller -> oneCaller(service, body)).stream().flatMap(List::stream).toList();
  }

  /** What each of several callers comes to who all begin at once. */
  private static <T> List<T> atOnce(IntFunction<T> caller) throws Exception {
    return atOnce(CALLERS, caller);
  }

  private static <T> List<T> atOnce(int count, IntFunction<T> caller) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(count);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        futures.add(callers.submit(() -> caller.apply(number)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
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
