package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WebServerTest {

  private static TestService service;

  @BeforeAll
  static void start() {
    service = TestService.start(TestService.SHOP);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void anUnknownAddressIsAProblem() {
    assertProblem(service.get("/v1/nowhere"), 404, "unknown-address");
    assertProblem(service.get("/"), 404, "unknown-address");
  }

  @Test
  void anotherMethodIsAProblemThatNamesTheMethodsThereAre() {
    Reply reply = service.get("/v1/consume");
    assertProblem(reply, 405, "method-not-allowed");
    assertThat(reply.header("Allow")).contains("POST");
  }

  @Test
  void headAnswersLikeGetWithoutABody() {
    Reply head = service.send("HEAD", "/health", BodyPublishers.noBody());
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.mediaType()).isEqualTo("application/json");
    assertThat(head.text()).isEmpty();
    assertThat(service.send("HEAD", "/v1/policy/files/none", BodyPublishers.noBody()).status())
        .isEqualTo(404);
  }

  @Test
  void anAnswerIsLaidOutForPeopleOnRequest() {
    Reply compact = service.get("/v1/policy");
    Reply pretty = service.get("/v1/policy?pretty");
    assertThat(pretty.json()).isEqualTo(compact.json());
    assertThat(compact.text()).doesNotContain("\n");
    assertThat(pretty.text()).contains("\n  \"products\": [\n").endsWith("}\n");
    assertThat(service.get("/v1/nowhere?pretty=true").text()).endsWith("}\n");
    assertThat(service.get("/v1/nowhere?pretty=false").text()).endsWith("}");
  }

  @Test
  void aBodyMustBeSaidToBeJson() {
    String body = "{\"product\": \"shop\"}";
    assertProblem(
        service.send("POST", "/v1/check", BodyPublishers.ofString(body)),
        415,
        "unsupported-media-type");
    assertProblem(
        service.send(
            "POST", "/v1/check", BodyPublishers.ofString(body), "Content-Type", "text/plain"),
        415,
        "unsupported-media-type");
    assertProblem(
        service.send(
            "POST",
            "/v1/check",
            BodyPublishers.ofString(body),
            "Content-Type",
            "application/json; charset=iso-8859-1"),
        415,
        "unsupported-media-type");
  }

  @Test
  void aCompressedBodyIsRefusedAsSuch() {
    Reply reply =
        service.send(
            "POST",
            "/v1/check",
            BodyPublishers.ofByteArray(new byte[] {31, -117, 8, 0}),
            "Content-Type",
            "application/json",
            "Content-Encoding",
            "gzip");
    assertProblem(reply, 415, "unsupported-content-encoding");
    assertThat(reply.header("Accept-Encoding")).contains("identity");
  }

  @Test
  void aBodyThatIsNotJsonIsRefused() {
    assertProblem(service.post("/v1/check", "{'product': "), 400, "not-json");
    assertProblem(service.post("/v1/check", ""), 400, "not-json");
    assertProblem(service.post("/v1/check", "{} {}"), 400, "not-json");
  }

  @Test
  void aBodyOfMoreThanOneMebibyteIsRefused() {
    String body = "{'product': '" + "x".repeat(1 << 20) + "'}";
    assertProblem(service.post("/v1/check", body), 413, "body-too-large");
    assertProblem(chunked(body), 413, "body-too-large");
    assertThat(service.get("/health").status()).isEqualTo(200);
  }

  @Test
  void aBodyMayComeInPiecesOfUnknownNumber() {
    assertThat(chunked("[]").text()).isEqualTo("[]");
  }

  private static Reply chunked(String body) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return service.send(
        "POST",
        "/v1/check",
        BodyPublishers.ofByteArrays(List.of(bytes)),
        "Content-Type",
        "application/json");
  }

  @Test
  void headerFieldsThatAreTooLongAreAProblemToo() {
    Reply reply =
        service.send("GET", "/health", BodyPublishers.noBody(), "X-Long", "x".repeat(32 * 1024));
    assertProblem(reply, 431, "request-header-fields-too-large");
    assertThat(reply.at("/detail").asText()).contains("header fields are too long");
    assertProblem(service.get("/" + "x".repeat(32 * 1024)), 414, "uri-too-long");
  }

  @Test
  void optionsIsAMethodLikeOthersAndNoAddressHidesItsMethods() {
    Reply account =
        service.send("OPTIONS", "/v1/products/shop/accounts/a", BodyPublishers.noBody());
    assertProblem(account, 405, "method-not-allowed");
    assertThat(account.header("Allow").orElse("").split(", "))
        .containsExactlyInAnyOrder("GET", "HEAD", "PUT", "DELETE");
    assertProblem(
        service.send("PROPFIND", "/health", BodyPublishers.noBody()), 405, "method-not-allowed");
  }

  @Test
  void anAddressWithAMalformedEscapeIsRefused() {
    assertThat(service.get("/v1/products/shop/accounts?after=%C3").status()).isEqualTo(400);
    assertThat(service.get("/v1/products/shop/accounts?after=a&after=b").status()).isEqualTo(400);
  }

  @Test
  void answersAreNotStoredOnTheWay() {
    assertThat(service.get("/health").header("Cache-Control")).contains("no-store");
    assertThat(service.get("/health").header("Server")).isEmpty();
  }

  @Test
  void webSocketsAreTurnedAwayWithoutASession() throws IOException {
    String reply =
        raw(
            "GET /v1/check HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    assertThat(reply)
        .startsWith("HTTP/1.1 404")
        .contains("application/problem+json")
        .doesNotContain("Set-Cookie");
  }

  @Test
  void whatIsNotHttpIsAProblemToo() throws IOException {
    assertThat(raw("GARBAGE\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
    assertThat(raw("GET /health HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
  }

  @Test
  void aBodyThatBreaksOffIsAProblemAndTheServiceGoesOn() throws IOException {
    String reply =
        raw(
            "POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 50\r\n\r\n{\"product\"");
    assertThat(reply).startsWith("HTTP/1.1 400").contains("body-incomplete");
    assertThat(service.get("/health").status()).isEqualTo(200);
  }

  /** More of them than there are threads. */
  @Test
  @Timeout(60)
  void callersWhoSendSlowlyKeepNobodyElseWaiting() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        slow.add(new Socket("127.0.0.1", service.server().port()));
        slow.get(i)
            .getOutputStream()
            .write(
                ("POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\n\r\n{")
                    .getBytes(StandardCharsets.UTF_8));
      }
      assertThat(service.post("/v1/check", "{}").status()).isEqualTo(422);

      Socket one = slow.get(7);
      one.getOutputStream().write('}');
      one.shutdownOutput();
      assertThat(new String(one.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 422");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Everything the service answers to bytes after which nothing follows. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", service.server().port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertProblem(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    assertThat(reply.mediaType()).isEqualTo("application/problem+json");
    assertThat(reply.at("/status").asInt()).isEqualTo(status);
    assertThat(reply.at("/code").asText()).isEqualTo(code);
    assertThat(reply.text()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
