package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {

  private static final String CHECK =
      "{'product': 'shop', 'account': {'edition': 'basic'}, 'call': 'ping'}";
  private static final String ACCOUNT = "/v1/products/shop/accounts/acme";

  @TempDir private Path folder;
  private TestService service;

  @BeforeEach
  void start() throws IOException {
    Path tokens =
        Files.write(
            folder.resolve("tokens"),
            List.of(
                line("one-decides", "decide"),
                line("one-reads", "read"),
                line("one-rules", "admin"),
                line("one-of-shop", "admin shop"),
                line("one-of-crm", "admin crm")));
    service = TestService.start(TestService.SHOP, it -> it.withTokens(tokens));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void withoutAKnownTokenNothingIsAnswered() {
    for (String header : List.of("", "Bearer nobody", "Basic one-rules", "one-rules")) {
      Reply reply = get(header, "/v1/policy");
      assertThat(reply.status()).as(header).isEqualTo(401);
      assertThat(reply.header("WWW-Authenticate")).contains("Bearer realm=\"tollgate\"");
    }
    assertThat(ask("POST", "", "/v1/check", CHECK).status()).isEqualTo(401);
    assertThat(ask("PATCH", "", "/v1/gate/shop/acme/ping", "").status()).isEqualTo(401);
  }

  @Test
  void healthAndTheDescriptionAskForNoToken() {
    assertThat(get("", "/health").status()).isEqualTo(200);
    assertThat(get("", "/openapi.json").status()).isEqualTo(200);
  }

  @Test
  void theRoleThatDecidesDoesNotLookAtAccountsAndTheOneThatReadsDoesNotConsume() {
    assertThat(get("Bearer one-decides", ACCOUNT).status()).isEqualTo(403);
    assertThat(get("Bearer one-decides", "/metrics").status()).isEqualTo(403);
    assertThat(ask("POST", "Bearer one-reads", "/v1/consume", CHECK).status()).isEqualTo(403);
    assertThat(ask("GET", "Bearer one-reads", "/v1/gate/shop/acme/ping", "").status())
        .isEqualTo(403);
    assertThat(get("Bearer one-reads", "/metrics").status()).isEqualTo(200);
    assertThat(get("bearer one-reads", "/v1/policy").status()).isEqualTo(200);
  }

  @Test
  void onlyTheAdminChangesAccounts() {
    for (String token : List.of("one-decides", "one-reads")) {
      assertThat(ask("PUT", "Bearer " + token, ACCOUNT, "{}").status()).isEqualTo(403);
      assertThat(ask("DELETE", "Bearer " + token, ACCOUNT, "").status()).isEqualTo(403);
      assertThat(ask("POST", "Bearer " + token, ACCOUNT + "/adjustments", "{}").status())
          .isEqualTo(403);
    }
  }

  @Test
  void whatAnAccountUsedIsForThoseWhoReadItsProductAndAllEventsForThoseOfNoProduct() {
    for (String path : List.of("/usage", "/statement", "/events")) {
      assertThat(get("Bearer one-decides", ACCOUNT + path).status()).isEqualTo(403);
      assertThat(get("Bearer one-of-crm", ACCOUNT + path).status()).isEqualTo(403);
      assertThat(get("Bearer one-reads", ACCOUNT + path).status()).isEqualTo(404);
    }
    assertThat(get("Bearer one-of-shop", "/v1/events").status()).isEqualTo(403);
    assertThat(get("Bearer one-reads", "/v1/events").status()).isEqualTo(200);
  }

  @Test
  void aTokenOfOneProductIsNoUseForAnother() {
    Reply put = ask("PUT", "Bearer one-of-crm", ACCOUNT, "{}");
    assertThat(put.status()).isEqualTo(403);
    assertThat(put.at("/detail").asText())
        .isEqualTo("the token is for another product than `shop`");
    assertThat(ask("POST", "Bearer one-of-crm", "/v1/check", CHECK).status()).isEqualTo(403);
    assertThat(ask("POST", "Bearer one-of-crm", "/v1/check", "[" + CHECK + "]").status())
        .isEqualTo(403);
    assertThat(get("Bearer one-of-shop", "/v1/policy").status()).isEqualTo(403);
    assertThat(get("Bearer one-of-shop", "/metrics").status()).isEqualTo(403);
  }

  @Test
  void onAnAddressThatOthersReachTheServiceDoesNotStartWithoutTokens() {
    for (String host : List.of("0.0.0.0", "::")) {
      assertThatThrownBy(() -> TestService.start(TestService.SHOP, it -> it.withHost(host)))
          .isInstanceOf(CannotStart.class)
          .hasMessage(
              host
                  + " can be reached from other machines: name a file of tokens, or listen on"
                  + " 127.0.0.1");
    }
  }

  @Test
  void withTokensItStartsThere() {
    Path tokens = folder.resolve("tokens");
    try (TestService open =
        TestService.start(TestService.SHOP, it -> it.withTokens(tokens).withHost("0.0.0.0"))) {
      assertThat(open.get("/health").status()).isEqualTo(200);
      assertThat(open.get("/v1/policy").status()).isEqualTo(401);
    }
  }

  @Test
  void aTokensFileThatCannotBeUsedKeepsItFromStarting() {
    assertThatThrownBy(
            () ->
                TestService.start(TestService.SHOP, it -> it.withTokens(folder.resolve("missing"))))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("missing cannot be read");
  }

  private Reply get(String authorization, String path) {
    return ask("GET", authorization, path, "");
  }

  private Reply ask(String method, String authorization, String path, String json) {
    return service.send(
        method,
        path,
        BodyPublishers.ofString(json.replace('\'', '"')),
        "Content-Type",
        "application/json",
        "Authorization",
        authorization);
  }

  private static String line(String token, String rest) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash) + " " + rest;
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
