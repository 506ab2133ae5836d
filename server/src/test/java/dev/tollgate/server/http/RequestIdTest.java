package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The id that a caller gives a request lets it ask again without counting twice. */
class RequestIdTest {

  private static final String PING =
      "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'keys': {'app': 'erp'}";
  private static final String INSERT =
      "{'product': 'shop', 'account': 'acme', 'call': 'items.insert', 'inFlight': false,"
          + " 'requestId': 'r1', 'params': {'records': %s}}";

  private TestService service;

  @BeforeEach
  void start() {
    service = TestService.start(TestService.SHOP);
    service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic'}");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aRetryGetsTheSameAnswerAndCountsOnce() {
    Reply first = service.post("/v1/consume", PING + ", 'requestId': 'r1', 'inFlight': false}");
    service.clock().advance(Duration.ofHours(24).minusMillis(1));
    Reply second =
        service.post(
            "/v1/consume",
            "{'inFlight': false, 'requestId': 'r1', 'call': 'ping', 'keys': {'app': 'erp'},"
                + " 'account': 'acme', 'product': 'shop'}");
    assertThat(first.at("/replayed").asBoolean()).isFalse();
    assertThat(second.at("/replayed").asBoolean()).isTrue();
    assertThat(second.text().replace("\"replayed\":true", "\"replayed\":false"))
        .isEqualTo(first.text());
    assertThat(used()).isEqualTo(1);
  }

  @Test
  void numbersThatAreEqualMakeTheSameBody() {
    Reply first = service.post("/v1/consume", INSERT.formatted("25"));
    for (String records : new String[] {"25.0", "2.5e1", "250E-1"}) {
      Reply again = service.post("/v1/consume", INSERT.formatted(records));
      assertThat(again.at("/replayed").asBoolean()).as(records).isTrue();
      assertThat(again.at("/decisionId")).isEqualTo(first.at("/decisionId"));
    }
    assertThat(service.post("/v1/consume", INSERT.formatted("26")).status()).isEqualTo(409);
    assertThat(used()).isEqualTo(3);
  }

  @Test
  void theSameIdWithAnotherBodyIsAConflict() {
    service.post("/v1/consume", PING + ", 'requestId': 'r1'}");
    Reply other = service.post("/v1/consume", PING + ", 'requestId': 'r1', 'channel': 'ui'}");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.at("/code").asText()).isEqualTo("request-id-reused");
    assertThat(used()).isEqualTo(1);
  }

  @Test
  void consumeReserveAndGateShareTheIdsOfAnAccount() {
    service.put("/v1/products/shop/accounts/other", "{'edition': 'basic'}");
    service.post("/v1/consume", PING + ", 'inFlight': false, 'requestId': 'r1'}");
    Reply gate =
        service.send(
            "GET", "/v1/gate/shop/acme/ping?app=erp&requestId=r1", BodyPublishers.noBody());
    assertThat(gate.status()).isEqualTo(409);
    Reply reserve =
        service.post(
            "/v1/reserve",
            PING + ", 'inFlight': false, 'requestId': 'r1', 'expiresInSeconds': 60}");
    assertThat(reserve.status()).isEqualTo(409);
    assertThat(used()).isEqualTo(1);
    assertThat(service.get("/v1/gate/shop/other/ping?app=erp&requestId=r1").status())
        .isEqualTo(204);
  }

  @Test
  void aRetryAfterACommitIsAnsweredAgainAndOneAfterACancelIsAConflict() {
    String body = PING + ", 'requestId': '%s'}";
    String committed = decision(body.formatted("r1"));
    service.post("/v1/decisions/" + committed + "/commit");
    assertThat(decision(body.formatted("r1"))).isEqualTo(committed);
    String cancelled = decision(body.formatted("r2"));
    service.post("/v1/decisions/" + cancelled + "/cancel");
    Reply replay = service.post("/v1/consume", body.formatted("r2"));
    assertThat(replay.status()).isEqualTo(409);
    assertThat(replay.at("/code").asText()).isEqualTo("decision-cancelled");
    assertThat(used()).isEqualTo(1);
  }

  @Test
  void whatWasDeniedOrWrongIsDecidedAfresh() {
    assertThat(service.post("/v1/consume", INSERT.formatted("-1")).status()).isEqualTo(422);
    service.put("/v1/products/shop/accounts/acme", "{'edition': 'loyal', 'facts': {'floor': 0}}");
    Reply denied = service.post("/v1/consume", INSERT.formatted("5"));
    assertThat(denied.at("/allowed").asBoolean()).isFalse();
    service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic'}");
    Reply afresh = service.post("/v1/consume", INSERT.formatted("15"));
    assertThat(afresh.at("/allowed").asBoolean()).isTrue();
    assertThat(afresh.at("/replayed").asBoolean()).isFalse();
    assertThat(used()).isEqualTo(2);
  }

  private String decision(String body) {
    return service.post("/v1/consume", body).at("/decisionId").asText();
  }

  private int used() {
    return service.post("/v1/check", PING + ", 'inFlight': false}").at("/quotas/0/used").asInt();
  }
}
