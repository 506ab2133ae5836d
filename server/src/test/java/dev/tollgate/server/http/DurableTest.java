package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.server.store.Durability;
import dev.tollgate.server.store.StoreSettings;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.StoreRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is stopped and started goes on as if it had only been slow. */
class DurableTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String INSERT =
      "{'product': 'shop', 'account': 'acme', 'call': 'items.insert', 'params': {'records': 30},"
          + " 'inFlight': false, 'requestId': 'r1'}";
  private static final String PING = "{'product': 'shop', 'account': 'acme', 'call': 'ping'%s}";

  @TempDir private Path folder;
  private TestService service;

  @BeforeEach
  void start() {
    service = start(StoreSettings.in(folder));
    service.put("/v1/products/shop/accounts/acme", "{'edition': 'plus', 'seats': {'users': 20}}");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void accountsAreThereWithTheirHistoryAndAddOns() {
    service.clock().advance(Duration.ofDays(1));
    service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic', 'facts': {'floor': 7}}");
    service.put(
        "/v1/products/shop/accounts/acme",
        "{'edition': 'plus', 'zone': 'Asia/Kolkata', 'signedUp': '2025-02-03',"
            + " 'facts': {'region': 'eu'}}");
    service.put(
        "/v1/products/shop/accounts/acme/addons/extra", "{'mode': 'bought', 'amount': 300}");
    service.put("/v1/products/shop/accounts/gone", "{'edition': 'basic'}");
    service.delete("/v1/products/shop/accounts/gone");
    restartsTheSame("/v1/products/shop/accounts");
    restartsTheSame("/v1/products/shop/accounts/acme");
    restartsTheSame("/v1/products/shop/accounts/acme?at=2026-01-01T12:00:00Z");
    restartsTheSame("/v1/products/shop/accounts/gone/statement");
    assertThat(service.get("/v1/products/shop/accounts/gone").status()).isEqualTo(404);
  }

  private void restartsTheSame(String path) {
    String before = service.get(path).text();
    restart();
    assertThat(service.get(path).text()).isEqualTo(before);
  }

  @Test
  void aRetryIsAnsweredAgainWordForWord() {
    Reply first = service.post("/v1/consume", INSERT);
    restart();
    Reply again = service.post("/v1/consume", INSERT);
    assertThat(again.text().replace("\"replayed\":true", "\"replayed\":false"))
        .isEqualTo(first.text());
    assertThat(used()).isEqualTo(3);
    assertThat(service.post("/v1/consume", INSERT.replace("30", "31")).status()).isEqualTo(409);
  }

  @Test
  void holdsExpireAndAreCommittedAsIfNothingHadHappened() {
    String hold =
        PING.formatted(", 'inFlight': false, 'estimate': {'credits': 40}, 'expiresInSeconds': 600");
    String kept = service.post("/v1/reserve", hold).at("/decisionId").asText();
    service.post("/v1/reserve", hold);
    restart();
    assertThat(used()).isEqualTo(80);
    Reply commit = service.post("/v1/decisions/" + kept + "/commit", "{'cost': {'credits': 10}}");
    assertThat(commit.at("/cost/credits").asInt()).isEqualTo(10);
    restart();
    assertThat(used()).isEqualTo(50);
    assertThat(service.post("/v1/decisions/" + kept + "/cancel").status()).isEqualTo(409);
    Reply again = service.post("/v1/decisions/" + kept + "/commit", "{}");
    assertThat(again.at("/replayed").asBoolean()).isTrue();
    assertThat(again.at("/cost/credits").asInt()).isEqualTo(10);
    service.clock().advance(Duration.ofSeconds(600));
    assertThat(used()).isEqualTo(10);
  }

  @Test
  void unitsComeBackAtTheSameInstant() {
    service.post("/v1/consume", INSERT);
    restart();
    service.clock().advance(Duration.ofHours(24).minusMillis(1));
    assertThat(used()).isEqualTo(3);
    service.clock().advance(Duration.ofMillis(1));
    assertThat(used()).isZero();
  }

  @Test
  void callsInFlightCountUntilTheyEnd() {
    String call = PING.formatted(", 'keys': {'app': 'erp'}");
    String first = service.post("/v1/consume", call).at("/decisionId").asText();
    service.post("/v1/consume", call);
    restart();
    assertThat(service.post("/v1/consume", call).at("/denied/quota").asText()).isEqualTo("busy");
    service.post("/v1/decisions/" + first + "/commit");
    assertThat(service.post("/v1/consume", call).at("/allowed").asBoolean()).isTrue();
  }

  @Test
  void aQuoteIsGoodForOneConsume() {
    Reply quote =
        service.post(
            "/v1/quote",
            "{'product': 'shop', 'account': 'acme', 'calls': [{'call': 'items.insert', 'params':"
                + " {'records': 25}}], 'inFlight': false}");
    String consume =
        "{'product': 'shop', 'account': 'acme', 'call': 'items.insert', 'params': {'records':"
            + " 25.0}, 'inFlight': false, 'quoteId': '%s'}"
                .formatted(quote.at("/quoteId").asText());
    restart();
    long before = changes();
    assertThat(service.post("/v1/consume", consume).at("/allowed").asBoolean()).isTrue();
    assertThat(changes()).as("the quote goes with its decision, in one").isEqualTo(before + 1);
    restart();
    assertThat(service.post("/v1/consume", consume).at("/code").asText())
        .isEqualTo("quote-not-valid");
  }

  private long changes() {
    return service.get("/health").at("/store/changes").asLong();
  }

  @Test
  void anAdjustmentThatIsAskedForAgainIsAnsweredAgain() {
    service.post("/v1/consume", INSERT);
    String adjustments = "/v1/products/shop/accounts/acme/adjustments";
    String body = "{'quota': 'credits', 'amount': 1, 'reason': 'goodwill', 'requestId': 'g1'}";
    Reply first = service.post(adjustments, body);
    assertThat(first.status()).isEqualTo(200);
    long used = used();
    restart();
    Reply again = service.post(adjustments, body);
    assertThat(again.at("/replayed").asBoolean()).isTrue();
    assertThat(again.at("/adjustmentId")).isEqualTo(first.at("/adjustmentId"));
    assertThat(used()).isEqualTo(used);
    assertThat(service.post(adjustments, body.replace("1,", "2,")).status()).isEqualTo(409);
    service.clock().advance(Duration.ofHours(24));
    service.post("/v1/consume", INSERT.replace("r1", "r2"));
    restart();
    assertThat(service.post(adjustments, body).at("/replayed").asBoolean())
        .as("after 24 hours it is another one")
        .isFalse();
  }

  @Test
  void timeDoesNotGoBackBehindWhatWasDecided() {
    service.clock().advance(Duration.ofHours(5));
    service.post("/v1/consume", INSERT);
    service.close();
    // The next service's clock begins five hours earlier.
    service = start(StoreSettings.in(folder));
    assertThat(service.post("/v1/check", PING.formatted(", 'inFlight': false")).at("/at").asText())
        .isEqualTo("2026-01-01T15:00:00Z");
  }

  @Test
  void timeDoesNotGoBackBehindAnAccountThatWasStated() {
    service.clock().advance(Duration.ofHours(5));
    service.put("/v1/products/shop/accounts/late", "{'edition': 'basic'}");
    service.close();
    service = start(StoreSettings.in(folder));
    assertThat(service.get("/v1/products/shop/accounts/late").at("/inForce").asBoolean()).isTrue();
  }

  @Test
  void whileNothingCanBeWrittenNothingIsDecided() throws Exception {
    String denied = PING.formatted(", 'inFlight': false, 'requestId': 'r2'");
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Disk.DATABASE));
        Statement lock = other.createStatement()) {
      lock.executeUpdate("BEGIN IMMEDIATE");
      Reply unwritten = service.post("/v1/consume", INSERT);
      assertThat(unwritten.status()).isEqualTo(503);
      assertThat(unwritten.at("/code").asText()).isEqualTo("store-unreachable");
      assertThat(unwritten.header("Retry-After")).contains("2");
      assertThat(service.post("/v1/consume", denied).status()).isEqualTo(503);
      Reply reused = service.post("/v1/consume", INSERT.replace("30", "31"));
      assertThat(reused.status()).as("a conflict with what is not written").isEqualTo(503);
      assertThat(service.put("/v1/products/shop/accounts/b", "{'edition': 'basic'}").status())
          .isEqualTo(503);
      Reply gate = service.get("/v1/gate/shop/acme/ping");
      assertThat(gate.status()).isEqualTo(503);
      assertThat(gate.header("Tollgate-Decision")).isEmpty();
      assertThat(service.post("/v1/check", PING.formatted(", 'inFlight': false")).status())
          .isEqualTo(200);
      assertThat(service.get("/health").at("/status").asText()).isEqualTo("unreachable");
      assertThat(service.get("/metrics").text()).contains("tollgate_store_reachable 0");
      lock.executeUpdate("ROLLBACK");
    }
    awaitHealth();
    // What was being decided counts; what came later was never decided.
    assertThat(used()).isEqualTo(3);
    assertThat(service.post("/v1/consume", INSERT).at("/replayed").asBoolean()).isTrue();
    assertThat(service.post("/v1/consume", denied).at("/replayed").asBoolean()).isFalse();
    assertThat(used()).isEqualTo(4);
    assertThat(service.get("/metrics").text()).contains("tollgate_store_reachable 1");
  }

  /** The writer tries again by itself; nobody tells when. */
  private void awaitHealth() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!service.get("/health").at("/status").asText().equals("ok")) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  @Test
  void answeredAtOnceIsWrittenWhenItStops() {
    service.close();
    service = start(StoreSettings.in(folder).with(Durability.ASYNC));
    for (int i = 0; i < 50; i++) {
      service.post("/v1/consume", PING.formatted(", 'inFlight': false"));
    }
    assertThat(service.get("/health").at("/store/durability").asText()).isEqualTo("async");
    restart();
    assertThat(used()).isEqualTo(50);
    assertThat(service.get("/health").at("/store/durability").asText()).isEqualTo("sync");
  }

  @Test
  void aFolderServesOneServiceAtATime() {
    assertThatThrownBy(() -> start(StoreSettings.in(folder)))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("another server");
    assertThat(used()).isZero();
  }

  private void restart() {
    Instant now = service.clock().instant();
    service.close();
    service = start(StoreSettings.in(folder));
    service.clock().advance(Duration.between(service.clock().instant(), now));
  }

  private static TestService start(StoreSettings store) {
    UnaryOperator<ServerSettings> keeps = settings -> settings.withStore(store);
    return TestService.start(TestService.SHOP, keeps);
  }

  private long used() {
    return service
        .post("/v1/check", PING.formatted(", 'inFlight': false"))
        .at("/quotas/0/used")
        .asLong();
  }
}
