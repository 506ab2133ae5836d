package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.engine.book.Event;
import dev.tollgate.engine.book.Events;
import dev.tollgate.server.http.answer.EventJson;
import dev.tollgate.server.http.json.JsonText;
import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.http.openapi.OpenApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The document describes no field that the service never answers. That it answers none that is not
 * described, every other test shows.
 */
class EveryFieldTest {

  private static final String PING =
      "'product': 'shop', 'account': 'acme', 'call': 'ping', 'keys': {'app': 'erp'}";

  @TempDir private Path rules;
  private final SeenFields seen = new SeenFields(OpenApiDocument.load());

  @Test
  void everyDescribedFieldIsAnsweredSomewhere() throws IOException {
    Files.copy(TestService.SHOP.resolve("shop.toll"), rules.resolve("shop.toll"));
    try (TestService service = TestService.start(rules)) {
      accounts(service);
      decisions(service);
      moneyAndQuotes(service);
      book(service);
      problems(service);
      policies(service);
    }
    assertThat(
            seen.missing(
                "Decision",
                "Settlement",
                "Quote",
                "Explanation",
                "Account",
                "AccountPage",
                "UsageReport",
                "Statement",
                "EventPage",
                "Adjustment",
                "Policy",
                "PolicyCheck",
                "Health",
                "Problem"))
        .isEmpty();
  }

  private void accounts(TestService service) {
    String acme = "/v1/products/shop/accounts/acme";
    seen.mark("Account", service.put(acme, "{'edition': 'basic'}").json());
    service.put("/v1/products/shop/accounts/rich", "{'edition': 'plus'}");
    service.put("/v1/products/shop/accounts/loyal", "{'edition': 'loyal'}");
    service.put(
        "/v1/products/shop/accounts/rich/addons/extra", "{'mode': 'bought', 'amount': 100}");
    seen.mark("Explanation", explain(service, "rich"));
    service.put("/v1/products/shop/accounts/rich/addons/extra", "{'mode': 'used', 'limit': 400}");
    seen.mark("Explanation", explain(service, "rich"));
    seen.mark("Explanation", explain(service, "loyal"));
    seen.mark(
        "Explanation",
        service
            .post("/v1/explain", "{'product': 'shop', 'account': 'rich', 'quota': 'credits'}")
            .json());
    seen.mark("AccountPage", service.get("/v1/products/shop/accounts?limit=1").json());
  }

  private void decisions(TestService service) {
    seen.mark("Decision", service.post("/v1/consume", "{" + PING + "}").json());
    seen.mark("Decision", service.post("/v1/consume", "{" + PING + ", 'inFlight': false}").json());
    service.post("/v1/consume", "{" + PING + "}");
    seen.mark("Decision", service.post("/v1/consume", "{" + PING + "}").json());
    for (int i = 0; i < 2; i++) {
      String send =
          "{'product': 'shop', 'account': 'acme', 'call': 'parcels.send', 'inFlight': false,"
              + " 'params': {'weight': 5}}";
      seen.mark("Decision", service.post("/v1/consume", send).json());
    }
    Reply last = insert(service, "acme", 100);
    for (int i = 0; i < 9; i++) {
      seen.mark("Decision", last.json());
      last = insert(service, "acme", 90);
    }
    String id =
        service.post("/v1/consume", "{" + PING + ", 'inFlight': false}").at("/decisionId").asText();
    String commit = "/v1/decisions/" + id + "/commit";
    seen.mark("Settlement", service.post(commit, "{'cost': {'credits': 99}}").json());
    seen.mark("Settlement", service.post(commit).json());
    seen.mark("Decision", insert(service, "acme", 90).json());
  }

  private void moneyAndQuotes(TestService service) {
    for (int i = 0; i < 22; i++) {
      seen.mark("Decision", insert(service, "rich", 100).json());
    }
    service.put("/v1/products/shop/accounts/plain", "{'edition': 'plus'}");
    String quote =
        "{'product': 'shop', 'account': 'plain', 'inFlight': false, 'buy': {'extra': 10}, 'calls':"
            + " [{'call': 'items.insert', 'params': {'records': 1}, 'times': %d}]}";
    seen.mark("Quote", service.post("/v1/quote", quote.formatted(20)).json());
    seen.mark("Quote", service.post("/v1/quote", quote.formatted(700)).json());
    for (int i = 0; i < 21; i++) {
      seen.mark("Decision", insert(service, "plain", 100).json());
    }
    String id = insert(service, "rich", 20).at("/decisionId").asText();
    seen.mark("Settlement", service.post("/v1/decisions/" + id + "/cancel").json());
  }

  private void book(TestService service) {
    String rich = "/v1/products/shop/accounts/rich";
    String adjustment = "{'quota': 'credits', 'amount': 15, 'reason': 'goodwill'}";
    seen.mark("Adjustment", service.post(rich + "/adjustments", adjustment).json());
    seen.mark("UsageReport", service.get(rich + "/usage?by=call").json());
    seen.mark("Statement", service.get(rich + "/statement").json());
    seen.mark("EventPage", service.get(rich + "/events").json());
    seen.mark("EventPage", service.get("/v1/events").json());
    seen.mark("Event", clockJump());
  }

  /** The clock of this machine stays as it is. */
  private static JsonNode clockJump() {
    Instant at = Instant.parse("2026-01-01T10:00:00Z");
    Event event = new Event(at, "", "", new Event.ClockJumped(at, at.plusSeconds(60)));
    return JsonText.parse(
        JsonWriter.bytes(json -> EventJson.write(json, new Events.Numbered(1, event))));
  }

  private void problems(TestService service) {
    seen.mark("Problem", service.post("/v1/check", "{'acount': 1}").json());
    service.get("/v1/gate/shop/loyal/ping?inFlight=true&app=a");
    service.put("/v1/products/shop/accounts/gated", "{'edition': 'plus'}");
    String gate = "/v1/gate/shop/gated/ping?inFlight=true&app=a";
    service.get(gate);
    service.get(gate);
    seen.mark("Problem", service.get(gate).json());
    service.put("/v1/products/shop/accounts/gated/addons/extra", "{'mode': 'used', 'limit': 100}");
    String quoteId =
        service
            .post(
                "/v1/quote",
                "{'product': 'shop', 'account': 'gated', 'inFlight': false,"
                    + " 'calls': [{'call': 'ping'}]}")
            .at("/quoteId")
            .asText();
    for (int i = 0; i < 20; i++) {
      insert(service, "gated", 100);
    }
    seen.mark(
        "Problem",
        service
            .post(
                "/v1/consume",
                "{'product': 'shop', 'account': 'gated', 'call': 'ping', 'inFlight': false,"
                    + " 'quoteId': '"
                    + quoteId
                    + "'}")
            .json());
  }

  private void policies(TestService service) throws IOException {
    Path file = rules.resolve("shop.toll");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("rolling 24 hours", "rolling 12 hours"));
    service.server().reload();
    seen.mark("Health", service.get("/health").json());
    Files.writeString(
        file, text + "\nrule \"A\" for shop.credis {\n  add 5\n}\n" + clash("B") + clash("C"));
    service.server().reload();
    seen.mark("Health", service.get("/health").json());
    seen.mark("Policy", service.get("/v1/policy").json());
    seen.mark(
        "PolicyCheck",
        service
            .post("/v1/policy/check", "{'file': 'more.toll', 'text': 'product shop {}'}")
            .json());
  }

  private static String clash(String name) {
    return "\ncontract \"%s\" for shop account acme {\n  allot credits base 5\n}\n".formatted(name);
  }

  private static JsonNode explain(TestService service, String account) {
    return service.post("/v1/explain", "{'product': 'shop', 'account': '" + account + "'}").json();
  }

  private static Reply insert(TestService service, String account, int records) {
    return service.post(
        "/v1/consume",
        "{'product': 'shop', 'account': '%s', 'call': 'items.insert', 'inFlight': false,"
                .formatted(account)
            + " 'params': {'records': %d}}".formatted(records));
  }
}
