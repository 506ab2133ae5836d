package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuoteTest {

  private static final String INSERT =
      "{'call': 'items.insert', 'params': {'records': 1}, 'times': %d}";

  private TestService service;

  @BeforeEach
  void start() {
    service = TestService.start(TestService.SHOP);
    service.put("/v1/products/shop/accounts/acme", "{'edition': 'plus', 'seats': {'users': 5}}");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void callsAreQuotedLineByLineAndTogetherWithACheaperWay() {
    Reply reply =
        quote("'inFlight': false, 'calls': [" + INSERT.formatted(20) + ", {'call': 'ping'}]");
    assertThat(reply.at("/lines/0/times").asInt()).isEqualTo(20);
    assertThat(reply.at("/lines/0/each/credits").asInt()).isEqualTo(1);
    assertThat(reply.at("/lines/0/cost/credits").asInt()).isEqualTo(20);
    assertThat(reply.at("/cost/credits").asInt()).isEqualTo(21);
    assertThat(reply.at("/fits").asBoolean()).isTrue();
    assertThat(reply.at("/ways/0/do").asText()).isEqualTo("batch");
    assertThat(reply.at("/ways/0/cost").asInt()).isEqualTo(2);
    assertThat(reply.at("/ways/0/insteadOf").asInt()).isEqualTo(20);
    assertThat(reply.at("/quoteId").isNull()).isTrue();
  }

  @Test
  void whatDoesNotFitSaysWhatStopsIt() {
    Reply reply = quote("'inFlight': false, 'calls': [" + INSERT.formatted(251) + "]");
    assertThat(reply.at("/fits").asBoolean()).isFalse();
    assertThat(reply.at("/denied/quota").asText()).isEqualTo("credits");
    assertThat(reply.at("/denied/retry").asText()).isEqualTo("never");
  }

  @Test
  void aPurchaseIsPricedThroughItsSlabs() {
    Reply reply = quote("'buy': {'extra': 300}");
    assertThat(reply.at("/purchase/perDay/amount").asText()).isEqualTo("2.50");
    assertThat(reply.at("/purchase/perDay/currency").asText()).isEqualTo("USD");
    assertThat(reply.at("/purchase/per30Days/amount").asText()).isEqualTo("75.00");
    assertThat(reply.at("/purchase/slabs")).hasSize(2);
  }

  @Test
  void moreThanMayBeBoughtIsRefusedWithTheMost() {
    Reply reply = quote("'buy': {'extra': 501}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer").asText()).isEqualTo("/buy/extra");
    assertThat(reply.at("/errors/0/message").asText()).contains("500");
  }

  @Test
  void aQuoteIsGoodForOneConsumeOfThatCall() {
    String id = quoteId();
    Reply reply = consumeWith(id);
    assertThat(reply.at("/allowed").asBoolean()).isTrue();
    assertThat(consumeWith(id).status()).isEqualTo(409);
    assertThat(consumeWith(id).at("/code").asText()).isEqualTo("quote-not-valid");
  }

  @Test
  void aQuoteEndsAfterFiveMinutes() {
    String id = quoteId();
    service.clock().advance(Duration.ofMinutes(5));
    assertThat(consumeWith(id).at("/code").asText()).isEqualTo("quote-not-valid");
  }

  @Test
  void aQuoteWhoseFiguresHaveChangedAnswersTheNewOnes() {
    service.put("/v1/products/shop/accounts/acme/addons/extra", "{'mode': 'used', 'limit': 400}");
    String id = quoteId();
    for (int i = 0; i < 25; i++) {
      service.post(
          "/v1/consume",
          "{'product': 'shop', 'account': 'acme', 'call': 'items.insert', 'inFlight': false,"
              + " 'params': {'records': 100}}");
    }
    Reply reply = consumeWith(id);
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.at("/code").asText()).isEqualTo("quote-changed");
    assertThat(reply.at("/quote/charge/amount").asText()).isEqualTo("0.01");
  }

  @Test
  void billedUnitsAreCharged() {
    service.put("/v1/products/shop/accounts/acme/addons/extra", "{'mode': 'used', 'limit': 400}");
    Reply last =
        service.post(
            "/v1/check",
            "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'inFlight': false}");
    for (int i = 0; i < 26; i++) {
      last =
          service.post(
              "/v1/consume",
              "{'product': 'shop', 'account': 'acme', 'call': 'items.insert', 'inFlight': false,"
                  + " 'params': {'records': 100}}");
    }
    assertThat(last.at("/charge/amount").asText()).isEqualTo("0.10");
    assertThat(last.at("/charge/currency").asText()).isEqualTo("USD");
    assertThat(last.at("/charge/lines/0/units").asInt()).isEqualTo(10);
  }

  private Reply quote(String rest) {
    return service.post("/v1/quote", "{'product': 'shop', 'account': 'acme', " + rest + "}");
  }

  private String quoteId() {
    return quote("'inFlight': false, 'calls': [{'call': 'ping'}]").at("/quoteId").asText();
  }

  private Reply consumeWith(String quoteId) {
    return service.post(
        "/v1/consume",
        "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'inFlight': false,"
            + " 'quoteId': '"
            + quoteId
            + "'}");
  }
}
