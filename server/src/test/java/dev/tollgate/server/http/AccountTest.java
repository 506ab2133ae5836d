package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final String ACCOUNTS = "/v1/products/shop/accounts";
  private static final String ACME = ACCOUNTS + "/acme";

  private TestService service;

  @BeforeEach
  void start() {
    service = TestService.start(TestService.SHOP);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anAccountIsPutAndGot() {
    Reply put =
        service.put(
            ACME,
            "{'edition': 'premium', 'seats': {'users': 5}, 'signedUp': '2025-06-01',"
                + " 'zone': 'Europe/Berlin', 'facts': {'region': 'eu', 'floor': 7}}");
    assertThat(put.status()).isEqualTo(201);
    Reply got = service.get(ACME);
    assertThat(got.json()).isEqualTo(put.json());
    assertThat(got.at("/account").asText()).isEqualTo("acme");
    assertThat(got.at("/seats").elements().next().asInt()).isEqualTo(5);
    assertThat(got.at("/signedUp").asText()).isEqualTo("2025-06-01");
    assertThat(got.at("/zone").asText()).isEqualTo("Europe/Berlin");
    assertThat(got.at("/facts/region").asText()).isEqualTo("eu");
    assertThat(got.at("/facts/floor").isNumber()).isTrue();
    assertThat(got.at("/inForce").asBoolean()).isTrue();
  }

  @Test
  void historyIsKept() {
    service.put(ACME, "{'edition': 'basic'}");
    service.clock().advance(Duration.ofDays(1));
    assertThat(service.put(ACME, "{'edition': 'plus'}").status()).isEqualTo(200);
    assertThat(service.get(ACME + "?at=2026-01-02T09:59:59Z").at("/edition").asText())
        .isEqualTo("basic");
    assertThat(service.get(ACME + "?at=2026-01-02T10:00:00Z").at("/edition").asText())
        .isEqualTo("plus");
    assertThat(service.get(ACME + "?at=2026-01-01T00:00:00Z").at("/inForce").asBoolean()).isFalse();
  }

  @Test
  void aProfileMayBeginLater() {
    service.put(ACME, "{'edition': 'basic'}");
    service.put(ACME, "{'edition': 'plus', 'from': '2026-02-01T00:00:00Z'}");
    assertThat(service.get(ACME).at("/edition").asText()).isEqualTo("basic");
    assertThat(service.get(ACME).at("/nextChange").asText()).isEqualTo("2026-02-01T00:00:00Z");
  }

  @Test
  void aProfileMayNotBeginBeforeADecisionThatIsMade() {
    service.put(ACME, "{'edition': 'basic'}");
    service.clock().advance(Duration.ofHours(1));
    service.post(
        "/v1/consume", "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'inFlight': false}");
    service.clock().advance(Duration.ofHours(1));
    Reply reply = service.put(ACME, "{'edition': 'plus', 'from': '2026-01-01T11:00:00Z'}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer").asText()).isEqualTo("/from");
  }

  @Test
  void accountsAreListedAPageAtATime() {
    for (String id : new String[] {"c", "a", "b"}) {
      service.put(ACCOUNTS + "/" + id, "{'edition': 'basic'}");
    }
    Reply first = service.get(ACCOUNTS + "?limit=2");
    assertThat(first.at("/accounts").findValuesAsText("account")).containsExactly("a", "b");
    assertThat(first.at("/next").asText()).isEqualTo("b");
    Reply second = service.get(ACCOUNTS + "?limit=2&after=b");
    assertThat(second.at("/accounts").findValuesAsText("account")).containsExactly("c");
    assertThat(second.at("/next").isNull()).isTrue();
  }

  @Test
  void aQueryThatIsWrongIsRefused() {
    assertThat(service.get(ACCOUNTS + "?limit=0").at("/errors/0/pointer").asText())
        .isEqualTo("/query/limit");
    assertThat(service.get(ACCOUNTS + "?limit=many").at("/detail").asText())
        .isEqualTo("`limit` must be a whole number from 1 to 1000");
    assertThat(service.get(ACCOUNTS + "?limt=5").at("/errors/0/nearest").asText())
        .isEqualTo("limit");
    assertThat(service.get(ACME + "?at=yesterday").status()).isEqualTo(422);
  }

  @Test
  void aDeletedAccountIsUnknown() {
    service.put(ACME, "{'edition': 'basic'}");
    assertThat(service.delete(ACME).status()).isEqualTo(204);
    assertThat(service.get(ACME).status()).isEqualTo(404);
    assertThat(service.delete(ACME).at("/code").asText()).isEqualTo("unknown-account");
  }

  @Test
  void anIdMayHoldSlashesSpacesAndOtherLetters() {
    String path = ACCOUNTS + "/a%2Fb%20%C3%A9+c";
    service.put(path, "{'edition': 'basic'}");
    assertThat(service.get(path).at("/account").asText()).isEqualTo("a/b é+c");
    assertThat(
            service
                .post(
                    "/v1/consume",
                    "{'product': 'shop', 'account': 'a/b é+c', 'call': 'ping', 'inFlight': false}")
                .at("/allowed")
                .asBoolean())
        .isTrue();
  }

  @Test
  void anIdThatNoRequestCouldNameIsRefused() {
    assertThat(service.put(ACCOUNTS + "/" + "x".repeat(201), "{'edition': 'basic'}").status())
        .isEqualTo(422);
    assertThat(service.put(ACCOUNTS + "/a%0Ab", "{'edition': 'basic'}").status())
        .isBetween(400, 422);
  }

  @Test
  void whatThePolicyDoesNotKnowOfAnAccountIsRefusedByItsNearestName() {
    assertProblem("{'edition': 'premum'}", "/edition", "premium");
    assertProblem("{'edition': 'plus', 'seats': {'usres': 1}}", "/seats/usres", "users");
    assertProblem("{'edition': 'plus', 'facts': {'regoin': 'eu'}}", "/facts/regoin", "region");
    assertProblem("{'edition': 'plus', 'seat': {}}", "/seat", "seats");
    assertThat(service.get(ACME).status()).isEqualTo(404);
  }

  @Test
  void valuesOfTheWrongTypeAreRefused() {
    assertThat(problemAt("{'edition': 'plus', 'seats': {'users': -1}}")).isEqualTo("/seats/users");
    assertThat(problemAt("{'edition': 'plus', 'seats': {'users': 1.5}}")).isEqualTo("/seats/users");
    assertThat(problemAt("{'edition': 'plus', 'facts': {'floor': 'many'}}"))
        .isEqualTo("/facts/floor");
    assertThat(problemAt("{'edition': 'plus', 'zone': 'Mars/Olympus'}")).isEqualTo("/zone");
    assertThat(problemAt("{'edition': 'plus', 'signedUp': 'soon'}")).isEqualTo("/signedUp");
  }

  @Test
  void anAddOnIsHeldAndGivenUp() {
    service.put(ACME, "{'edition': 'plus'}");
    Reply put = service.put(ACME + "/addons/extra", "{'mode': 'bought', 'amount': 100}");
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.at("/addons/extra").toString())
        .isEqualTo("{\"mode\":\"bought\",\"amount\":100}");
    assertThat(limit()).isEqualTo(300);
    service.put(ACME + "/addons/extra", "{'mode': 'used', 'limit': 50}");
    assertThat(limit()).isEqualTo(250);
    assertThat(service.delete(ACME + "/addons/extra").at("/addons")).isEmpty();
    assertThat(limit()).isEqualTo(200);
  }

  @Test
  void anAddOnAboveItsCeilingIsRefusedWithTheCeiling() {
    service.put(ACME, "{'edition': 'plus', 'seats': {'users': 40}}");
    Reply reply = service.put(ACME + "/addons/extra", "{'mode': 'bought', 'amount': 401}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors/0/message").asText()).contains("400");
    assertThat(reply.at("/errors/0/pointer").asText()).isEqualTo("/amount");
    assertThat(limit()).isEqualTo(600);
    Reply used = service.put(ACME + "/addons/extra", "{'mode': 'used', 'limit': 401}");
    assertThat(used.at("/errors/0/pointer").asText()).isEqualTo("/limit");
  }

  @Test
  void anAddOnIsPutInOneOfItsModes() {
    service.put(ACME, "{'edition': 'plus'}");
    assertThat(addOnProblemAt("{'mode': 'rented', 'amount': 1}")).isEqualTo("/mode");
    assertThat(addOnProblemAt("{'mode': 'bought', 'limit': 1}")).isEqualTo("/limit");
    assertThat(addOnProblemAt("{'mode': 'bought'}")).isEqualTo("/amount");
    assertThat(addOnProblemAt("{'amount': 1}")).isEqualTo("/mode");
    Reply unknown = service.put(ACME + "/addons/exra", "{'mode': 'bought', 'amount': 1}");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.at("/detail").asText()).contains("extra");
  }

  @Test
  void anUnknownProductIsNotFoundWithTheNearestName() {
    Reply reply = service.put("/v1/products/shp/accounts/acme", "{'edition': 'plus'}");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.at("/code").asText()).isEqualTo("unknown-product");
    assertThat(reply.at("/detail").asText()).contains("did you mean `shop`?");
  }

  @Test
  void anExplanationNamesTheLineBehindEveryNumber() {
    service.put(ACME, "{'edition': 'plus', 'seats': {'users': 5}}");
    service.put(ACME + "/addons/extra", "{'mode': 'bought', 'amount': 100}");
    Reply reply = service.post("/v1/explain", "{'product': 'shop', 'account': 'acme'}");
    assertThat(reply.at("/edition").asText()).isEqualTo("plus");
    assertThat(reply.at("/quotas/0/allotment").asInt()).isEqualTo(350);
    assertThat(reply.at("/quotas/0/parts/0/at").asText()).startsWith("shop.toll:");
    assertThat(reply.at("/addons/0/held/amount").asInt()).isEqualTo(100);
    assertThat(reply.at("/addons/0/perDay/amount").asText()).isEqualTo("1.00");
    Reply one =
        service.post("/v1/explain", "{'product': 'shop', 'account': 'acme', 'quota': 'busy'}");
    assertThat(one.at("/quotas")).hasSize(1);
    assertThat(one.at("/allotment").asInt()).isEqualTo(2);
  }

  private int limit() {
    return service
        .post(
            "/v1/check",
            "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'inFlight': false}")
        .at("/quotas/0/limit")
        .asInt();
  }

  private void assertProblem(String profile, String pointer, String nearest) {
    Reply reply = service.put(ACME, profile);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(reply.at("/errors/0/nearest").asText()).isEqualTo(nearest);
  }

  private String problemAt(String profile) {
    Reply reply = service.put(ACME, profile);
    assertThat(reply.status()).as(profile).isEqualTo(422);
    return reply.at("/errors/0/pointer").asText();
  }

  private String addOnProblemAt(String holding) {
    Reply reply = service.put(ACME + "/addons/extra", holding);
    assertThat(reply.status()).as(holding).isEqualTo(422);
    return reply.at("/errors/0/pointer").asText();
  }
}
