package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with a request: it is said where, nothing has moved, and the service goes on.
 */
class BadRequestTest {

  private static final String PING =
      "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'inFlight': false}";

  private static TestService service;

  @BeforeAll
  static void start() {
    service = TestService.start(TestService.SHOP);
    service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic'}");
    service.put("/v1/products/shop/accounts/nofloor", "{'edition': 'loyal'}");
    service.post("/v1/consume", PING);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @AfterEach
  void nothingHasMovedAndTheServiceGoesOn() {
    Reply check = service.post("/v1/check", PING);
    assertThat(check.at("/allowed").asBoolean()).isTrue();
    assertThat(check.at("/quotas/0/used").asInt()).isEqualTo(1);
  }

  @Test
  void anUnknownFieldIsRefusedWithTheNearestName() {
    assertProblem(
        "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'requestID': 'r'}",
        "/requestID",
        "unknown-field",
        "requestId");
    assertProblem(
        "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'colour': 1}",
        "/colour",
        "unknown-field",
        "");
  }

  @Test
  void theDetailIsTheFirstProblemAndHowManyMoreThereAre() {
    String one = "{'product': 'shop', 'account': 'acme', 'when': 1}";
    assertThat(service.post("/v1/quote", one).at("/detail").asText())
        .startsWith("there is no field `when`")
        .endsWith("(and 1 more problem)");
    String two = "{'product': 'shop', 'account': 'acme', 'when': 1, 'who': 2}";
    assertThat(service.post("/v1/quote", two).at("/detail").asText())
        .endsWith("(and 2 more problems)");
  }

  @Test
  void aDoubledFieldIsRefusedByName() {
    Reply reply =
        service.post(
            "/v1/consume",
            "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'account': 'other'}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/code").asText()).isEqualTo("doubled-field");
    assertThat(reply.at("/detail").asText()).contains("`account` stands twice");
    assertThat(reply.at("/errors/0/pointer").asText()).isEqualTo("/account");
  }

  @Test
  void fieldsOfTheWrongTypeAreRefused() {
    assertProblem(
        "{'product': 5, 'account': 'acme', 'call': 'ping'}", "/product", "wrong-type", "");
    assertProblem(
        "{'product': 'shop', 'account': ['acme'], 'call': 'ping'}", "/account", "wrong-type", "");
    assertProblem(
        "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'params': []}",
        "/params",
        "wrong-type",
        "");
    assertProblem(
        "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'inFlight': 'yes'}",
        "/inFlight",
        "wrong-type",
        "");
    assertProblem("7", "", "wrong-type", "");
  }

  @Test
  void missingFieldsAreAllNamed() {
    Reply reply = service.post("/v1/consume", "{}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/product", "/account", "/call");
  }

  @Test
  void whatCountsStatesNeitherAProfileNorAMoment() {
    assertProblem(
        "{'product': 'shop', 'account': {'edition': 'basic'}, 'call': 'ping'}",
        "/account",
        "wrong-type",
        "");
    assertProblem(
        "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'at': '2026-01-01T10:00:00Z'}",
        "/at",
        "unknown-field",
        "");
  }

  @Test
  void anUnknownProductOrAccountIsNotFound() {
    Reply product =
        service.post("/v1/consume", "{'product': 'shpo', 'account': 'acme', 'call': 'ping'}");
    assertThat(product.status()).isEqualTo(404);
    assertThat(product.at("/code").asText()).isEqualTo("unknown-product");
    assertThat(product.at("/detail").asText()).contains("did you mean `shop`?");
    Reply account =
        service.post("/v1/consume", "{'product': 'shop', 'account': 'nobody', 'call': 'ping'}");
    assertThat(account.status()).isEqualTo(404);
    assertThat(account.at("/code").asText()).isEqualTo("unknown-account");
    assertThat(account.at("/errors/0/pointer").asText()).isEqualTo("/account");
    Reply before =
        service.post(
            "/v1/check",
            "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'at': '2025-01-01T00:00:00Z'}");
    assertThat(before.status()).isEqualTo(404);
    assertThat(before.at("/detail").asText())
        .isEqualTo("there was no account `acme` at 2025-01-01T00:00:00Z yet");
  }

  @Test
  void anAccountWhoseTermsCannotBeCountedIsRefused() {
    String huge = "{'edition': 'plus', 'seats': {'users': 9223372036854775807}}";
    Reply inline =
        service.post(
            "/v1/check",
            "{'product': 'shop', 'account': " + huge + ", 'call': 'ping', 'keys': {}}");
    assertThat(inline.status()).isEqualTo(422);
    assertThat(inline.at("/errors/0/pointer").asText()).isEqualTo("/account");
    assertThat(inline.at("/errors/0/code").asText()).isEqualTo("too-large");
    assertThat(inline.at("/errors/0/message").asText()).contains("shop.toll:");
    Reply put = service.put("/v1/products/shop/accounts/acme", huge);
    assertThat(put.status()).isEqualTo(422);
    assertThat(put.at("/errors/0/code").asText()).isEqualTo("too-large");
  }

  @Test
  void anUnknownCallIsRefusedWithTheNearestName() {
    assertProblem(
        "{'product': 'shop', 'account': 'acme', 'call': 'items.insret'}",
        "/call",
        "unknown-call",
        "items.insert");
  }

  @Test
  void anUnknownEditionFactOrSeatOfAnInlineAccountIsRefusedWithTheNearestName() {
    String check = "{'product': 'shop', 'call': 'ping', 'account': %s}";
    Reply edition = service.post("/v1/check", check.formatted("{'edition': 'basci'}"));
    assertThat(edition.at("/errors/0/pointer").asText()).isEqualTo("/account/edition");
    assertThat(edition.at("/errors/0/nearest").asText()).isEqualTo("basic");
    Reply fact =
        service.post("/v1/check", check.formatted("{'edition': 'basic', 'facts': {'flor': 1}}"));
    assertThat(fact.at("/errors/0/pointer").asText()).isEqualTo("/account/facts/flor");
    assertThat(fact.at("/errors/0/nearest").asText()).isEqualTo("floor");
  }

  @Test
  void aFactThatTheAnswerNeedsIsNamed() {
    Reply reply =
        service.post("/v1/consume", "{'product': 'shop', 'account': 'nofloor', 'call': 'ping'}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors/0/code").asText()).isEqualTo("missing-fact");
    assertThat(reply.at("/errors/0/message").asText()).contains("`floor`");
  }

  @Test
  void undeclaredParametersAndKeysAreRefusedWithTheNearestName() {
    assertProblem(
        insert("'params': {'record': 5}"), "/params/record", "unknown-parameter", "records");
    assertProblem(
        insert("'params': {'records': 5}, 'keys': {'ap': 'x'}"), "/keys/ap", "unknown-key", "");
  }

  @Test
  void aMissingParameterIsNamed() {
    Reply reply = service.post("/v1/consume", insert("'params': {}"));
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer").asText()).isEqualTo("/params/records");
    assertThat(reply.at("/errors/0/code").asText()).isEqualTo("missing-parameter");
  }

  @Test
  void recordsAreWholeNotNegativeAndNoMoreThanDeclared() {
    for (String records : new String[] {"-1", "1.5", "101", "1e30", "'ten'", "true"}) {
      Reply reply = service.post("/v1/consume", insert("'params': {'records': " + records + "}"));
      assertThat(reply.status()).as(records).isEqualTo(422);
      assertThat(reply.at("/errors/0/pointer").asText()).isEqualTo("/params/records");
    }
    assertThat(
            service
                .post("/v1/consume", insert("'params': {'records': 101}"))
                .at("/errors/0/message")
                .asText())
        .contains("100");
  }

  @Test
  void numbersBeyondAllBoundsAreRefused() {
    assertProblem(
        insert("'params': {'records': 1e999999999}"), "/params/records", "number-out-of-range", "");
    assertThat(service.post("/v1/consume", insert("'params': {'records': 1e99999999999}")).status())
        .isEqualTo(400);
    assertThat(
            service
                .post("/v1/consume", insert("'params': {'records': " + "9".repeat(200) + "}"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void deepNestingIsRefused() {
    Reply reply = service.post("/v1/consume", "[".repeat(50_000));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/detail").asText()).contains("nested");
  }

  @Test
  void anArrayOf1001IsRefusedAndOneOf1000IsAnswered() {
    Reply tooMany = service.post("/v1/consume", array(1_001));
    assertThat(tooMany.status()).isEqualTo(422);
    assertThat(tooMany.at("/errors/0/code").asText()).isEqualTo("too-many-items");
    assertThat(service.post("/v1/check", array(1_000)).json()).hasSize(1_000);
  }

  @Test
  void oneBadItemRefusesTheWholeArray() {
    Reply reply =
        service.post(
            "/v1/consume",
            "[%s, %s, %s, %s]".formatted(PING, PING, PING, insert("'params': {'records': 101}")));
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer").asText()).isEqualTo("/3/params/records");
    Reply shape = service.post("/v1/consume", "[" + PING + ", {'product': 'shop'}]");
    assertThat(shape.at("/errors").findValuesAsText("pointer"))
        .containsExactly("/1/account", "/1/call");
    Reply account =
        service.post(
            "/v1/consume",
            "[" + PING + ", {'product': 'shop', 'account': 'nobody', 'call': 'ping'}]");
    assertThat(account.status()).isEqualTo(404);
    assertThat(account.at("/errors/0/pointer").asText()).isEqualTo("/1/account");
  }

  @Test
  void aCommitSaysOneThing() {
    String id = service.post("/v1/check", PING).at("/decisionId").asText("none");
    Reply two = service.post("/v1/decisions/" + id + "/commit", "{'failed': true, 'cost': {}}");
    assertThat(two.status()).isEqualTo(422);
    Reply unknown = service.post("/v1/decisions/" + id + "/commit", "{'costs': {}}");
    assertThat(unknown.at("/errors/0/nearest").asText()).isEqualTo("cost");
  }

  @Test
  void aNameInTheQueryThatNobodyKnowsIsRefused() {
    Reply reply = service.post("/v1/consume?dryRun=true", PING);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer").asText()).isEqualTo("/query/dryRun");
  }

  @Test
  void aQuoteAsksForSomething() {
    Reply reply = service.post("/v1/quote", "{'product': 'shop', 'account': 'acme'}");
    assertThat(reply.status()).isEqualTo(422);
    Reply times =
        service.post(
            "/v1/quote",
            "{'product': 'shop', 'account': 'acme', 'calls': [{'call': 'ping', 'times': 0}]}");
    assertThat(times.at("/errors/0/pointer").asText()).isEqualTo("/calls/0/times");
  }

  private static String insert(String rest) {
    return "{'product': 'shop', 'account': 'acme', 'call': 'items.insert', 'inFlight': false, "
        + rest
        + "}";
  }

  private static String array(int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> PING)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static void assertProblem(String body, String pointer, String code, String nearest) {
    Reply reply = service.post("/v1/consume", body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(reply.at("/errors/0/code").asText()).isEqualTo(code);
    assertThat(reply.at("/errors/0/nearest").asText("")).isEqualTo(nearest);
  }
}
