package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private static final String PING =
      "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'keys': {'app': 'erp'}";

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
  void aCallThatHasRoomIsAllowedAndCountsInEveryQuota() {
    Reply reply =
        service.post(
            "/v1/consume",
            "{'product': 'shop', 'account': 'acme', 'call': 'items.insert',"
                + " 'params': {'records': 25}, 'keys': {'app': 'zapier'}, 'channel': 'api'}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/allowed").asBoolean()).isTrue();
    assertThat(reply.at("/decisionId").asText()).isNotEmpty();
    assertThat(reply.at("/at").asText()).isEqualTo("2026-01-01T10:00:00Z");
    assertThat(reply.at("/cost").toString()).isEqualTo("{\"credits\":3,\"busy\":1}");
    assertThat(reply.at("/costs/0/arithmetic").asText()).contains("25");
    assertThat(reply.at("/costs/0/at").asText()).startsWith("shop.toll:");
    JsonNode credits = reply.at("/quotas/0");
    assertThat(credits.get("quota").asText()).isEqualTo("credits");
    assertThat(credits.get("unit").asText()).isEqualTo("credits");
    assertThat(credits.get("limit").asInt()).isEqualTo(100);
    assertThat(credits.get("used").asInt()).isEqualTo(3);
    assertThat(credits.get("remaining").asInt()).isEqualTo(97);
    assertThat(credits.get("window").asText()).isEqualTo("rolling 24 hours");
    assertThat(credits.get("nextReturn").toString())
        .isEqualTo("{\"at\":\"2026-01-02T10:00:00Z\",\"amount\":3}");
    assertThat(reply.at("/quotas/1/keys").toString()).isEqualTo("{\"app\":\"zapier\"}");
    assertThat(reply.at("/charge").isNull()).isTrue();
    assertThat(reply.at("/policy/hash").asText())
        .isEqualTo(service.get("/v1/policy").at("/hash").asText());
  }

  @Test
  void aCheckAnswersTheSameAndConsumesNothing() {
    Reply reply = service.post("/v1/check", PING + ", 'inFlight': false}");
    assertThat(reply.at("/allowed").asBoolean()).isTrue();
    assertThat(reply.at("/decisionId").isNull()).isTrue();
    assertThat(used()).isZero();
  }

  @Test
  void aDeniedCallIsAnAnswerThatSaysWhyWhenAndWhatWouldHelp() {
    consume(99);
    Reply reply =
        service.post(
            "/v1/consume",
            "{'product': 'shop', 'account': 'acme', 'call': 'items.insert',"
                + " 'params': {'records': 11}, 'inFlight': false}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/allowed").asBoolean()).isFalse();
    JsonNode denied = reply.at("/denied");
    assertThat(denied.get("quota").asText()).isEqualTo("credits");
    assertThat(denied.get("code").asText()).isEqualTo("OUT_OF_CREDITS");
    assertThat(denied.get("message").asText()).isEqualTo("No credits are left.");
    assertThat(denied.get("limit").asInt()).isEqualTo(100);
    assertThat(denied.get("used").asInt()).isEqualTo(99);
    assertThat(denied.get("short").asInt()).isEqualTo(1);
    assertThat(denied.get("retryAt").asText()).isEqualTo("2026-01-02T10:00:00Z");
    assertThat(denied.get("retryAfterSeconds").asInt()).isEqualTo(86_400);
    assertThat(denied.at("/because/0/at").asText()).startsWith("shop.toll:");
    assertThat(denied.get("ways").findValuesAsText("do")).contains("wait", "edition");
    assertThat(used()).isEqualTo(99);
  }

  @Test
  void whenUnitsHaveComeBackTheCallIsAllowed() {
    consume(100);
    service.clock().advance(Duration.ofHours(24).minusMillis(1));
    assertThat(service.post("/v1/consume", PING + "}").at("/allowed").asBoolean()).isFalse();
    service.clock().advance(Duration.ofMillis(1));
    assertThat(service.post("/v1/consume", PING + "}").at("/allowed").asBoolean()).isTrue();
  }

  @Test
  void callsInFlightComeBackWhenTheyEnd() {
    String first = service.post("/v1/consume", PING + "}").at("/decisionId").asText();
    String second = service.post("/v1/consume", PING + "}").at("/decisionId").asText();
    Reply third = service.post("/v1/consume", PING + "}");
    assertThat(third.at("/denied/quota").asText()).isEqualTo("busy");
    assertThat(third.at("/denied/retry").asText()).isEqualTo("unknown");
    assertThat(third.at("/denied/retryAt").isNull()).isTrue();
    Reply commit = service.post("/v1/decisions/" + first + "/commit");
    assertThat(commit.at("/outcome").asText()).isEqualTo("committed");
    assertThat(service.post("/v1/consume", PING + "}").at("/allowed").asBoolean()).isTrue();
    Reply cancel = service.post("/v1/decisions/" + second + "/cancel", "{}");
    assertThat(cancel.at("/outcome").asText()).isEqualTo("cancelled");
    assertThat(used()).isEqualTo(2);
  }

  @Test
  void aCommitSettlesAtWhatTheCallCostInTheEnd() {
    String id = consume(10);
    Reply commit = service.post("/v1/decisions/" + id + "/commit", "{'cost': {'credits': 4}}");
    assertThat(commit.at("/settled").asBoolean()).isTrue();
    assertThat(commit.at("/cost/credits").asInt()).isEqualTo(4);
    assertThat(used()).isEqualTo(4);
    Reply again = service.post("/v1/decisions/" + id + "/commit", "{'cost': {'credits': 4}}");
    assertThat(again.at("/replayed").asBoolean()).isTrue();
    assertThat(service.post("/v1/decisions/" + id + "/cancel").status()).isEqualTo(409);
    assertThat(service.post("/v1/decisions/" + id + "/cancel").at("/code").asText())
        .isEqualTo("decision-committed");
  }

  @Test
  void aCommitBeyondTheRoomThereIsLeavesTheHoldAsItWas() {
    String id = consume(10);
    consume(80);
    Reply commit = service.post("/v1/decisions/" + id + "/commit", "{'cost': {'credits': 21}}");
    assertThat(commit.status()).isEqualTo(200);
    assertThat(commit.at("/settled").asBoolean()).isFalse();
    assertThat(commit.at("/short").asInt()).isEqualTo(1);
    assertThat(used()).isEqualTo(90);
  }

  @Test
  void aReservationHoldsTheEstimateUntilItsCommit() {
    Reply held = reserve(40, 60);
    assertThat(held.at("/allowed").asBoolean()).isTrue();
    assertThat(held.at("/cost/credits").asInt()).isEqualTo(40);
    assertThat(used()).isEqualTo(40);
    Reply commit =
        service.post(
            "/v1/decisions/" + held.at("/decisionId").asText() + "/commit",
            "{'params': {'records': 35}}");
    assertThat(commit.at("/cost/credits").asInt()).as(commit.toString()).isEqualTo(4);
    assertThat(used()).isEqualTo(4);
  }

  @Test
  void aReservationEndsByItself() {
    reserve(40, 60);
    service.clock().advance(Duration.ofSeconds(60));
    assertThat(used()).isZero();
  }

  @Test
  void aReservationIsNeitherTooLongNorInAnUnknownQuota() {
    assertThat(reserve(40, 3_601).at("/errors/0/pointer").asText()).isEqualTo("/expiresInSeconds");
    Reply unknown =
        service.post(
            "/v1/reserve", "[" + PING + ", 'expiresInSeconds': 60, 'estimate': {'credit': 5}}]");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.at("/errors/0/pointer").asText()).isEqualTo("/0/estimate/credit");
    assertThat(unknown.at("/errors/0/nearest").asText()).isEqualTo("credits");
    assertThat(used()).isZero();
  }

  @Test
  void anUnknownDecisionIsNotFound() {
    Reply reply = service.post("/v1/decisions/none/commit", "{}");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.at("/code").asText()).isEqualTo("unknown-decision");
  }

  @Test
  void anArrayIsDecidedInOrderEachItemAllOrNothing() {
    consume(98);
    String ping = PING + ", 'inFlight': false}";
    Reply reply = service.post("/v1/consume", "[" + ping + "," + ping + "," + ping + "]");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).hasSize(3);
    assertThat(reply.at("/0/allowed").asBoolean()).isTrue();
    assertThat(reply.at("/1/allowed").asBoolean()).isTrue();
    assertThat(reply.at("/2/allowed").asBoolean()).isFalse();
    assertThat(used()).isEqualTo(100);
  }

  @Test
  void aClashWithinAnArrayIsAProblemInThePlaceOfItsAnswer() {
    String one = PING + ", 'inFlight': false, 'requestId': 'r1'}";
    String other = PING + ", 'inFlight': false, 'requestId': 'r1', 'channel': 'ui'}";
    Reply reply = service.post("/v1/consume", "[" + one + "," + other + "," + one + "]");
    assertThat(reply.at("/0/replayed").asBoolean()).isFalse();
    assertThat(reply.at("/1/code").asText()).isEqualTo("request-id-reused");
    assertThat(reply.at("/2/replayed").asBoolean()).isTrue();
    assertThat(used()).isEqualTo(1);
  }

  @Test
  void anEmptyArrayHasNoAnswers() {
    assertThat(service.post("/v1/check", "[]").json()).isEmpty();
  }

  @Test
  void aProfileStatedInTheRequestHasUsedNothing() {
    Reply reply =
        service.post(
            "/v1/check",
            "{'product': 'shop', 'call': 'ping', 'inFlight': false, 'account': {'edition': 'premium',"
                + " 'seats': {'users': 5}, 'addons': {'extra': {'mode': 'bought', 'amount': 100}}},"
                + " 'at': '2026-06-01T00:00:00Z'}");
    assertThat(reply.at("/quotas/0/limit").asInt()).isEqualTo(350);
    assertThat(reply.at("/quotas/0/included").asInt()).isEqualTo(250);
    assertThat(reply.at("/at").asText()).isEqualTo("2026-06-01T00:00:00Z");
    assertThat(service.post("/v1/check", PING + ", 'at': '2025-01-01T00:00:00Z'}").status())
        .as("before the account's first profile")
        .isEqualTo(404);
  }

  @Test
  void whatEndsNobodyReportsIsNeitherJudgedNorTaken() {
    service.post("/v1/consume", PING + "}");
    service.post("/v1/consume", PING + "}");
    Reply reply = service.post("/v1/consume", PING + ", 'inFlight': false}");
    assertThat(reply.at("/allowed").asBoolean()).isTrue();
    assertThat(reply.at("/cost").toString()).isEqualTo("{\"credits\":1}");
    JsonNode busy = reply.at("/quotas/1");
    assertThat(busy.get("quota").asText()).isEqualTo("busy");
    assertThat(busy.get("counted").asBoolean(true)).isFalse();
    assertThat(busy.get("used").isNull()).isTrue();
    assertThat(reply.at("/quotas/0").has("counted")).isFalse();
  }

  @Test
  void anEarlierMomentAnswersTermsAndALaterOneAssumesNoCalls() {
    service.put(
        "/v1/products/shop/accounts/acme", "{'edition': 'plus', 'from': '2025-06-01T00:00:00Z'}");
    consume(30);
    JsonNode earlier =
        service.post("/v1/check", PING + ", 'at': '2025-07-01T00:00:00Z'}").at("/quotas/0");
    assertThat(earlier.get("limit").asInt()).isEqualTo(200);
    assertThat(earlier.get("used").isNull()).isTrue();
    assertThat(earlier.get("remaining").isNull()).isTrue();
    assertThat(usedAt("2026-01-02T09:59:59.999Z")).isEqualTo(30);
    assertThat(usedAt("2026-01-02T10:00:00Z")).isZero();
  }

  private int usedAt(String moment) {
    String at = ", 'inFlight': false, 'at': '" + moment + "'}";
    return service.post("/v1/check", PING + at).at("/quotas/0/used").asInt();
  }

  @Test
  void aCallThatCostsMoreThanTheLimitIsNeverAllowed() {
    Reply reply =
        service.post(
            "/v1/check",
            "{'product': 'shop', 'call': 'items.list', 'params': {'deep': true}, 'inFlight': false,"
                + " 'account': {'edition': 'loyal', 'facts': {'floor': 6}}}");
    assertThat(reply.at("/denied/retry").asText()).isEqualTo("never");
    assertThat(reply.at("/denied/retryAt").isNull()).isTrue();
    assertThat(reply.at("/denied/retryAfterSeconds").isNull()).isTrue();
    assertThat(reply.at("/denied/ways")).isEmpty();
  }

  @Test
  void aCommitAfterTheHoldHasEndedIsANewConsumeNow() {
    Reply held = reserve(40, 60);
    service.clock().advance(Duration.ofSeconds(60));
    String commit = "/v1/decisions/" + held.at("/decisionId").asText() + "/commit";
    assertThat(service.post(commit, "{'cost': {'credits': 101}}").at("/settled").asBoolean())
        .isFalse();
    Reply late = service.post(commit, "{'cost': {'credits': 41}}");
    assertThat(late.at("/settled").asBoolean()).isTrue();
    assertThat(late.at("/quotas/0/nextReturn/at").asText()).isEqualTo("2026-01-02T10:01:00Z");
    assertThat(used()).isEqualTo(41);
  }

  @Test
  void endingACallThatIsForgottenChangesNothing() {
    String id = service.post("/v1/consume", PING + "}").at("/decisionId").asText();
    service.clock().advance(Duration.ofMinutes(10));
    service.post("/v1/consume", PING + "}");
    Reply commit = service.post("/v1/decisions/" + id + "/commit");
    assertThat(commit.status()).isEqualTo(200);
    Reply check = service.post("/v1/check", PING + "}");
    assertThat(check.at("/quotas/1/used").asInt()).isEqualTo(1);
    assertThat(used()).isEqualTo(2);
  }

  @Test
  void aDecisionIsKnownForThirtyFiveDays() {
    String id = consume(1);
    service.clock().advance(Duration.ofDays(35).minusMillis(1));
    assertThat(service.post("/v1/decisions/" + id + "/commit").status()).isEqualTo(200);
    service.clock().advance(Duration.ofMillis(1));
    assertThat(service.post("/v1/decisions/" + id + "/commit").status()).isEqualTo(404);
    assertThat(service.post("/v1/decisions/" + id + "/cancel").status()).isEqualTo(404);
  }

  @Test
  void aCompositeCarriesItsCalls() {
    Reply reply =
        service.post(
            "/v1/check",
            "{'product': 'shop', 'account': 'acme', 'call': 'items.batch', 'inFlight': false, 'calls': ["
                + "{'call': 'ping'}, {'call': 'items.list', 'params': {'deep': true}}]}");
    assertThat(reply.at("/cost/credits").asInt()).isEqualTo(8);
  }

  @Test
  void thresholdsThatACallCrossesAreNamedOnce() {
    consume(49);
    assertThat(service.post("/v1/consume", PING + "}").at("/quotas/0/warned").toString())
        .isEqualTo("[50]");
    assertThat(service.post("/v1/consume", PING + "}").at("/quotas/0").has("warned")).isFalse();
  }

  @Test
  void decisionsAreCounted() {
    consume(100);
    service.post("/v1/consume", PING + "}");
    service.post("/v1/check", PING + "}");
    assertThat(service.get("/metrics").text())
        .contains(
            "tollgate_decisions_total{outcome=\"denied\",product=\"shop\",question=\"consume\","
                + "quota=\"credits\"} 1.0")
        .contains(
            "tollgate_decisions_total{outcome=\"denied\",product=\"shop\",question=\"check\","
                + "quota=\"credits\"} 1.0")
        .contains("route=\"/v1/consume\"");
  }

  private Reply reserve(int credits, int seconds) {
    return service.post(
        "/v1/reserve",
        "{'product': 'shop', 'account': 'acme', 'call': 'items.insert', 'inFlight': false,"
            + " 'params': {'records': 1}, 'estimate': {'credits': %d}, 'expiresInSeconds': %d}"
                .formatted(credits, seconds));
  }

  /** Consumes credits by inserting items; answers the id of the last decision. */
  private String consume(int credits) {
    String id = "";
    for (int left = credits; left > 0; left -= 10) {
      Reply reply =
          service.post(
              "/v1/consume",
              "{'product': 'shop', 'account': 'acme', 'call': 'items.insert', 'inFlight': false,"
                  + " 'params': {'records': %d}}".formatted(Math.min(left, 10) * 10));
      assertThat(reply.at("/allowed").asBoolean()).as(reply.toString()).isTrue();
      id = reply.at("/decisionId").asText();
    }
    return id;
  }

  private int used() {
    return service.post("/v1/check", PING + "}").at("/quotas/0/used").asInt();
  }
}
