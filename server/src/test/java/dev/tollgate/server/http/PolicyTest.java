package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.server.http.reload.PolicyReload.Outcome;
import dev.tollgate.server.http.reload.RuleWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {

  private static final String BROKEN = "product shop \"Shop\" {\n  zone Mars/Olympus\n}\n";

  @TempDir private Path rules;
  private String text;
  private TestService service;

  @BeforeEach
  void start() throws IOException {
    text = Files.readString(TestService.SHOP.resolve("shop.toll"));
    Files.createDirectory(rules.resolve("shop"));
    write(text);
    service = TestService.start(rules);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void thePolicyInForceIsListedWithWhatMayBeAskedAbout() {
    Reply reply = service.get("/v1/policy");
    assertThat(reply.at("/hash").asText()).startsWith("sha256:");
    assertThat(reply.at("/since").asText()).isEqualTo("2026-01-01T10:00:00Z");
    assertThat(reply.at("/files/0/name").asText()).isEqualTo("shop/shop.toll");
    assertThat(reply.at("/products/0/name").asText()).isEqualTo("shop");
    assertThat(reply.at("/products/0/keys").toString()).isEqualTo("[\"app\"]");
    assertThat(reply.at("/products/0/quotas/1").toString())
        .isEqualTo(
            "{\"name\":\"busy\",\"title\":\"Calls in flight\",\"unit\":\"calls\","
                + "\"window\":\"in flight, forgotten after 10 minutes\"}");
    assertThat(reply.at("/refused").isNull()).isTrue();
  }

  @Test
  void theTextOfAFileIsServedAsItWasCompiled() throws IOException {
    write(BROKEN);
    service.server().reload();
    assertThat(service.get("/v1/policy/files/shop/shop.toll").text()).isEqualTo(text);
    assertThat(service.get("/v1/policy/files/shop%2Fshop.toll").text()).isEqualTo(text);
    Reply missing = service.get("/v1/policy/files/shop/shop.tol");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.at("/detail").asText()).contains("did you mean `shop/shop.toll`?");
  }

  @Test
  void changedRulesAreTakenIntoForceInOneStep() throws IOException {
    String before = hash();
    write(text.replace("base 100", "base 150"));
    assertThat(service.server().reload()).isEqualTo(Outcome.TAKEN);
    assertThat(hash()).isNotEqualTo(before);
    assertThat(service.get("/metrics").text())
        .contains("tollgate_policy_reloads_total{outcome=\"taken\"} 1.0");
  }

  @Test
  void rulesThatSayTheSameChangeNothing() {
    assertThat(service.server().reload()).isEqualTo(Outcome.UNCHANGED);
    assertThat(service.get("/metrics").text()).doesNotContain("tollgate_policy_reloads");
  }

  @Test
  void brokenRulesAreRefusedAndTheLastGoodOnesStay() throws IOException {
    String before = hash();
    write(BROKEN);
    assertThat(service.server().reload()).isEqualTo(Outcome.REFUSED);
    assertThat(hash()).isEqualTo(before);
    Reply policy = service.get("/v1/policy");
    assertThat(policy.at("/refused/errors").asInt()).isPositive();
    assertThat(policy.at("/refused/diagnostics/0/file").asText()).isEqualTo("shop/shop.toll");
    Reply health = service.get("/health");
    assertThat(health.at("/status").asText()).isEqualTo("stale");
    assertThat(health.at("/refused/diagnostics").findValuesAsText("message"))
        .contains("`Mars/Olympus` is not a time zone");
    assertThat(service.get("/metrics").text())
        .contains("tollgate_policy_reloads_total{outcome=\"refused\"} 1.0");
  }

  @Test
  void mendedRulesEndTheRefusal() throws IOException {
    write(BROKEN);
    service.server().reload();
    write(text);
    assertThat(service.server().reload()).isEqualTo(Outcome.UNCHANGED);
    assertThat(service.get("/health").at("/status").asText()).isEqualTo("ok");
  }

  @Test
  void rulesThatWouldCountAnAccountOtherwiseAreRefusedWithTheNumberOfAccounts() throws IOException {
    service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic'}");
    String before = hash();
    String daily = text.replace("window rolling 24 hours", "window calendar day in UTC");
    Reply candidate = check("shop/shop.toll", daily);
    assertThat(candidate.at("/accepted").asBoolean()).isFalse();
    assertThat(candidate.at("/conflicts/0/accounts").asInt()).isEqualTo(1);
    write(daily);
    assertThat(service.server().reload()).isEqualTo(Outcome.REFUSED);
    assertThat(hash()).isEqualTo(before);
    assertThat(service.get("/health").at("/refused/conflicts/0/text").asText())
        .contains("shop.credits changes its window");
    service.delete("/v1/products/shop/accounts/acme");
    assertThat(service.server().reload()).isEqualTo(Outcome.TAKEN);
  }

  @Test
  void aCandidateIsAnsweredInItsCanonicalLayout() {
    String untidy = text.replace("  zone UTC", "     zone    UTC");
    assertThat(check("shop/shop.toll", untidy).at("/canonical").asText()).contains("\n  zone UTC");
    assertThat(check("shop/shop.toll", "product {").at("/canonical").isNull()).isTrue();
  }

  @Test
  void aFolderThatCannotBeReadChangesNothing() throws IOException {
    String before = hash();
    Files.delete(rules.resolve("shop/shop.toll"));
    Files.delete(rules.resolve("shop"));
    Files.delete(rules);
    assertThat(service.server().reload()).isEqualTo(Outcome.UNCHANGED);
    assertThat(hash()).isEqualTo(before);
  }

  @Test
  void brokenRulesKeepTheServiceFromStarting() throws IOException {
    write(BROKEN);
    assertThatThrownBy(() -> TestService.start(rules))
        .isInstanceOfSatisfying(
            BrokenRules.class, broken -> assertThat(broken.compiled().diagnostics()).isNotEmpty());
    assertThatThrownBy(() -> TestService.start(rules.resolve("missing")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot read");
  }

  @Test
  void aChangedFileIsNoticedEvenInAFolderThatIsNew() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(2);
    try (RuleWatch watch =
        RuleWatch.start(
            rules,
            () -> {
              first.countDown();
              second.countDown();
            })) {
      assertThat(watch).isNotNull();
      Files.createDirectory(rules.resolve("new"));
      assertThat(first.await(1, TimeUnit.MINUTES)).isTrue();
      Files.writeString(rules.resolve("new/more.toll"), "# nothing\n");
      assertThat(second.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void aCandidateIsJudgedBesideTheOtherFilesAndChangesNothing() {
    String before = hash();
    Reply good = check("shop/shop.toll", text.replace("base 100", "base 150"));
    assertThat(good.at("/accepted").asBoolean()).isTrue();
    assertThat(good.at("/hash").asText()).startsWith("sha256:").isNotEqualTo(before);
    Reply bad =
        check("shop/more.toll", "contract \"A\" for shop account a {\n  allot credit 5\n}\n");
    assertThat(bad.at("/accepted").asBoolean()).isFalse();
    assertThat(bad.at("/hash").isNull()).isTrue();
    assertThat(bad.at("/diagnostics").findValuesAsText("file")).contains("shop/more.toll");
    assertThat(hash()).isEqualTo(before);
  }

  @Test
  void aCandidateNeedsTheNameOfARuleFile() {
    assertThat(check("shop/shop.txt", text).status()).isEqualTo(422);
    assertThat(
            service.post("/v1/policy/check", "{'file': 'a.toll'}").at("/errors/0/pointer").asText())
        .isEqualTo("/text");
  }

  private Reply check(String file, String candidate) {
    return service.post(
        "/v1/policy/check",
        JsonNodeFactory.instance
            .objectNode()
            .put("file", file)
            .put("text", candidate)
            .toString()
            .replace("'", "\\u0027"));
  }

  private String hash() {
    return service.get("/v1/policy").at("/hash").asText();
  }

  private void write(String content) throws IOException {
    Files.writeString(rules.resolve("shop/shop.toll"), content);
  }
}
