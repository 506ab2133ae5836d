package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published cases of both products, asked over HTTP. */
class ProjectRulesTest {

  private static TestService service;

  @BeforeAll
  static void start() {
    service = TestService.start(TestService.PROJECT);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "crm, professional, users, 1000, 500000",
    "crm, standard, users, 10, 7500",
    "crm, enterprise, users, 100, 115000",
    "crm, free, users, 3, 5000",
    "desk, professional, agents, 10, 80000",
    "desk, express, agents, 8, 25800",
    "desk, standard, agents, 40, 60000",
    "desk, free, agents, 3, 5000",
    "desk, crm_plus, agents, 12, 112000",
  })
  void anAllotmentIsExplained(
      String product, String edition, String seat, int seats, int allotment) {
    Reply reply =
        service.post(
            "/v1/explain",
            "{'product': '%s', 'account': {'edition': '%s', 'seats': {'%s': %d}},"
                    .formatted(product, edition, seat, seats)
                + " 'quota': 'credits'}");
    assertThat(reply.at("/allotment").asInt()).isEqualTo(allotment);
  }

  @ParameterizedTest
  @CsvSource({
    "records.insert, 20, 1, 2",
    "records.insert, 1, 20, 20",
    "records.insert, 11, 1, 2",
    "records.insert, 100, 1, 10",
    "tags.add, 51, 1, 2",
  })
  void aCallIsQuoted(String call, int records, int times, int credits) {
    Reply reply =
        service.post(
            "/v1/quote",
            "{'product': 'crm', 'account': {'edition': 'free'}, 'inFlight': false, 'calls': ["
                + "{'call': '%s', 'params': {'records': %d}, 'times': %d}]}"
                    .formatted(call, records, times));
    assertThat(reply.at("/cost/credits").asInt()).isEqualTo(credits);
  }

  @Test
  void callsAreQuotedTogether() {
    Reply reply =
        service.post(
            "/v1/quote",
            "{'product': 'crm', 'account': {'edition': 'free'}, 'inFlight': false, 'calls': ["
                + "{'call': 'bulk_read.create'}, {'call': 'leads.convert', 'times': 3},"
                + "{'call': 'records.list', 'params': {'cvid': '7'}, 'times': 4},"
                + "{'call': 'users.list', 'times': 7}]}");
    assertThat(reply.at("/cost/credits").asInt()).isEqualTo(84);
  }

  @ParameterizedTest
  @CsvSource({"25000, 3.50, 105.00", "75000, 6.50, 195.00", "100000, 8.00, 240.00"})
  void aPurchaseIsQuoted(int credits, String perDay, String per30Days) {
    Reply reply =
        service.post(
            "/v1/quote",
            "{'product': 'crm', 'account': {'edition': 'enterprise', 'seats': {'users': 100}},"
                + " 'buy': {'extra_credits': "
                + credits
                + "}}");
    assertThat(reply.at("/purchase/perDay/amount").asText()).isEqualTo(perDay);
    assertThat(reply.at("/purchase/per30Days/amount").asText()).isEqualTo(per30Days);
  }

  @ParameterizedTest
  @CsvSource({"professional, 100, 440000", "standard, 10, 92500", "enterprise, 100, 500000"})
  void noMoreCanBeBoughtThanTheLesserOfTwoBounds(String edition, int users, int most) {
    String account = "/v1/products/crm/accounts/" + edition;
    service.put(account, "{'edition': '%s', 'seats': {'users': %d}}".formatted(edition, users));
    String addOn = account + "/addons/extra_credits";
    assertThat(service.put(addOn, "{'mode': 'bought', 'amount': " + most + "}").status())
        .isEqualTo(200);
    Reply reply = service.put(addOn, "{'mode': 'bought', 'amount': " + (most + 1) + "}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/detail").asText().replace("_", "").replace(",", ""))
        .contains(Integer.toString(most));
  }

  @Test
  void theSixteenthCallInFlightIsDeniedPerApp() {
    service.put("/v1/products/crm/accounts/acme", "{'edition': 'professional'}");
    String call = "/v1/gate/crm/acme/users.list?inFlight=true&app=";
    for (int i = 0; i < 15; i++) {
      assertThat(service.get(call + "zapier").status()).isEqualTo(204);
    }
    Reply denied = service.get(call + "zapier");
    assertThat(denied.status()).isEqualTo(429);
    assertThat(denied.header("Retry-After")).isEmpty();
    assertThat(denied.at("/code").asText()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(service.get(call + "erp").status()).isEqualTo(204);
  }

  @Test
  void exhaustedCreditsAreDeniedInTheWordsOfTheProduct() {
    service.put("/v1/products/crm/accounts/tiny", "{'edition': 'free'}");
    for (int i = 0; i < 10; i++) {
      assertThat(service.get("/v1/gate/crm/tiny/bulk_write.create").status()).isEqualTo(204);
    }
    Reply denied = service.get("/v1/gate/crm/tiny/users.list");
    assertThat(denied.status()).isEqualTo(429);
    assertThat(denied.text())
        .isEqualTo(
            "{\"code\":\"TOO_MANY_REQUESTS\",\"details\":{},\"message\":\"Many requests fired than"
                + " the allowed limit for the past 24 hours.\",\"status\":\"error\"}");
    assertThat(denied.header("Retry-After")).contains("86400");
  }

  @Test
  void theSixthCallInFlightOfAFreePortalIsDeniedWithoutSayingWhenToComeBack() {
    service.put("/v1/products/desk/accounts/small", "{'edition': 'free'}");
    String call = "/v1/gate/desk/small/tickets.get?inFlight=true";
    for (int i = 0; i < 5; i++) {
      assertThat(service.get(call).status()).isEqualTo(204);
    }
    Reply denied = service.get(call);
    assertThat(denied.status()).isEqualTo(429);
    assertThat(denied.header("Retry-After")).isEmpty();
    assertThat(denied.at("/code").asText()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(denied.at("/detail").asText())
        .isEqualTo(
            "The maximum number of Concurrent API Calls that can be made has been exceeded.");
  }

  @Test
  void theDaysCreditsOfDeskComeBackAtMidnightOfTheAccount() {
    service.put(
        "/v1/products/desk/accounts/berlin", "{'edition': 'free', 'zone': 'Europe/Berlin'}");
    for (int i = 0; i < 50; i++) {
      service.get("/v1/gate/desk/berlin/tickets.search?offset=150000");
    }
    Reply denied = service.get("/v1/gate/desk/berlin/tickets.get");
    assertThat(denied.status()).isEqualTo(429);
    assertThat(denied.at("/code").asText()).isEqualTo("THRESHOLD_EXCEEDED");
    assertThat(denied.header("Retry-After")).contains(Integer.toString(13 * 3600));
  }
}
