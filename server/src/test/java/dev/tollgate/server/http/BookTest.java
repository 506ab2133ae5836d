package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Usage, statements and events, as they are asked for. */
class BookTest {

  private static final String RICH = "/v1/products/shop/accounts/rich";

  private final TestService service = TestService.start(TestService.SHOP);

  @BeforeEach
  void useMoreThanIsIncluded() {
    service.put(RICH, "{'edition': 'plus'}");
    service.put(RICH + "/addons/extra", "{'mode': 'used', 'limit': 400}");
    for (int i = 0; i < 22; i++) {
      insert();
    }
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Reply insert() {
    return service.post(
        "/v1/consume",
        "{'product': 'shop', 'account': 'rich', 'call': 'items.insert', 'inFlight': false,"
            + " 'params': {'records': 100}, 'keys': {'app': 'erp'}}");
  }

  @Test
  void usageIsToldByWhatIsAskedFor() {
    Reply reply = service.get(RICH + "/usage?from=2026-01-01&to=2026-01-31&by=call,app");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/usage").toString())
        .isEqualTo(
            "[{\"quota\":\"credits\",\"unit\":\"credits\",\"by\":{\"call\":\"items.insert\","
                + "\"app\":\"erp\"},\"calls\":22,\"units\":220,\"included\":200,\"billed\":20,"
                + "\"money\":[{\"amount\":\"0.20\",\"currency\":\"USD\"}]}]");
  }

  @Test
  void aStatementIsJsonOrCsv() {
    JsonNode day = service.get(RICH + "/statement").at("/days/0");
    assertThat(day.at("/day").asText()).isEqualTo("2026-01-01");
    assertThat(day.at("/totals/0/amount").asText()).isEqualTo("0.20");
    assertThat(day.at("/lines/0/text").asText()).isEqualTo("first 200 at 1.00");

    Reply csv = service.get(RICH + "/statement?format=csv");
    assertThat(csv.mediaType()).isEqualTo("text/csv");
    assertThat(csv.text().split("\r\n"))
        .hasSize(2)
        .startsWith("day,mode,addon,quota,slab,units,each,amount,currency,at,policy");
    assertThat(csv.text())
        .contains("2026-01-01,used,extra,credits,first 200 at 1.00,20,0.01,0.20,USD,shop.toll:");
  }

  @Test
  void whatADeletedAccountUsedAndOwesIsStillTold() {
    String statement = service.get(RICH + "/statement").text();
    String usage = service.get(RICH + "/usage").text();

    assertThat(service.delete(RICH).status()).isEqualTo(204);

    assertThat(service.get(RICH).status()).isEqualTo(404);
    assertThat(service.get(RICH + "/statement").text()).isEqualTo(statement);
    assertThat(service.get(RICH + "/usage").text()).isEqualTo(usage);
    assertThat(service.get(RICH + "/events").at("/events/2/after").isNull()).isTrue();
    assertThat(service.get("/v1/products/shop/accounts/nobody/statement").status()).isEqualTo(404);
  }

  @Test
  void eventsAreListedPageByPage() {
    JsonNode first = service.get(RICH + "/events?limit=2").json();
    assertThat(first.at("/events/0/type").asText()).isEqualTo("profile-changed");
    assertThat(first.at("/events/1/type").asText()).isEqualTo("addon-changed");

    JsonNode second = service.get(RICH + "/events?after=" + first.get("next").asText()).json();
    assertThat(second.at("/events")).isEmpty();
    assertThat(second.get("next")).isEqualTo(first.get("next"));

    // 50 % of 600 credits.
    for (int i = 0; i < 8; i++) {
      insert();
    }
    JsonNode later = service.get(RICH + "/events?after=" + second.get("next").asText()).json();
    assertThat(later.at("/events")).hasSize(1);
    assertThat(later.at("/events/0/percent").asInt()).isEqualTo(50);
    assertThat(later.at("/events/0/used").asInt()).isEqualTo(300);
    assertThat(service.get("/v1/events").at("/events")).hasSize(3);
  }

  @Test
  void whatCannotBeAskedForIsRefusedWithTheNearest() {
    assertThat(service.get(RICH + "/usage?form=2026-01-01").text()).contains("`from`");
    assertThat(service.get(RICH + "/usage?by=cal").text()).contains("did you mean `call`?");
    assertThat(service.get(RICH + "/usage?from=yesterday").status()).isEqualTo(422);
    assertThat(service.get(RICH + "/statement?format=pdf").text()).contains("json or csv");
    assertThat(service.get(RICH + "/statement?from=2024-01-01&to=2026-01-01").status())
        .isEqualTo(422);
    assertThat(service.get("/v1/products/shop/accounts/nobody/events").status()).isEqualTo(404);
    assertThat(service.get("/v1/products/shp/accounts/rich/usage").status()).isEqualTo(404);
  }

  private Reply adjust(String body) {
    return service.post(RICH + "/adjustments", body);
  }

  @Test
  void anAdjustmentGivesBackTheBilledUnitsFirstAndIsOnRecord() {
    String body = "{'quota': 'credits', 'amount': 30, 'reason': 'outage', 'requestId': 'r1'}";
    Reply reply = adjust(body);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/charge/amount").asText()).isEqualTo("-0.20");
    assertThat(reply.at("/consumed/0/included").asInt()).isEqualTo(-10);
    assertThat(reply.at("/consumed/0/billed").asInt()).isEqualTo(-20);
    assertThat(reply.at("/quotas/0/used").asInt()).isEqualTo(190);

    Reply again = adjust(body);
    assertThat(again.at("/replayed").asBoolean()).isTrue();
    assertThat(again.at("/adjustmentId")).isEqualTo(reply.at("/adjustmentId"));
    assertThat(adjust(body.replace("30", "31")).status()).isEqualTo(409);

    assertThat(service.get(RICH + "/statement").at("/totals/0/amount").asText()).isEqualTo("0.00");
    assertThat(service.get(RICH + "/usage").at("/usage/0/units").asInt()).isEqualTo(190);
    JsonNode event = service.get(RICH + "/events?after=2").at("/events/0");
    assertThat(event.at("/type").asText()).isEqualTo("adjusted");
    assertThat(event.at("/amount").asInt()).isEqualTo(30);
    assertThat(event.at("/reason").asText()).isEqualTo("outage");
  }

  @Test
  void anAdjustmentBelowZeroConsumesWhetherThereIsRoomOrNot() {
    Reply reply = adjust("{'quota': 'credits', 'amount': -500, 'reason': 'import by hand'}");

    assertThat(reply.at("/quotas/0/used").asInt()).isEqualTo(720);
    assertThat(reply.at("/quotas/0/remaining").asInt()).isZero();
    assertThat(reply.at("/quotas/0/warned").toString()).isEqualTo("[50,100]");
    assertThat(service.get(RICH + "/events?after=2").at("/events")).hasSize(3);
  }

  @Test
  void whatCannotBeAdjustedIsRefusedAndChangesNothing() {
    assertThat(adjust("{'quota': 'credits', 'amount': 221, 'reason': 'x'}").text())
        .contains("at most 220 can be given back");
    assertThat(adjust("{'quota': 'credit', 'amount': 1, 'reason': 'x'}").text())
        .contains("did you mean `credits`?");
    assertThat(adjust("{'quota': 'busy', 'amount': 1, 'reason': 'x', 'keys': {'app': 'a'}}").text())
        .contains("ended, not adjusted");
    assertThat(adjust("{'quota': 'credits', 'amount': 0, 'reason': 'x'}").status()).isEqualTo(422);
    assertThat(adjust("{'quota': 'credits', 'amount': 1.5, 'reason': 'x'}").text())
        .contains("/amount");
    assertThat(adjust("{'quota': 'credits', 'amount': 1, 'reason': 'x', 'why': 1}").status())
        .isEqualTo(422);
    assertThat(service.get(RICH + "/usage").at("/usage/0/units").asInt()).isEqualTo(220);
  }
}
