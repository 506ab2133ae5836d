package dev.tollgate.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.server.http.reload.PolicyReload.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule file that becomes bad under a running service: it says what is wrong and goes on. */
class BadRuleFileTest {

  @TempDir private Path rules;
  private String text;
  private TestService service;

  @BeforeEach
  void start() throws IOException {
    text = Files.readString(TestService.SHOP.resolve("shop.toll"));
    write(text.getBytes(UTF_8));
    service = TestService.start(rules);
    service.put("/v1/products/shop/accounts/acme", "{'edition': 'basic'}");
    consume();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  static Stream<Arguments> files() {
    return Stream.of(
        bad("empty", text -> "", 1, "T103", ""),
        bad("binary", text -> "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", 3, "T102", ""),
        bad("50 MB", text -> "x".repeat(50_000_000), 1, "T104", ""),
        bad("not UTF-8", text -> text.replace("Parcels", "Päckchen"), 57, "T101", ""),
        bad("cut off", text -> text.substring(0, text.indexOf("any other call")), 21, "T110", ""),
        bad(
            "nested",
            text -> text.replace("base 100", "base " + "(".repeat(1_000)),
            24,
            "T105",
            ""),
        bad("a number", text -> text.replace("base 100", "base " + "9".repeat(19)), 24, "T303", ""),
        bad("a date", text -> text.replace("2026-01-01", "2026-02-30"), 71, "T119", ""),
        bad("a product", text -> text + "product shop {\n  zone UTC\n}\n", 77, "T201", ""),
        bad("a fact", text -> text.replace("loyal floor", "loyal flor"), 26, "T209", "`floor`"),
        bad(
            "a subject",
            text -> text.replace("when region", "when regoin"),
            67,
            "T210",
            "`region`"),
        bad("an edition", text -> text.replace("allot plus", "allot pluss"), 25, "T204", "`plus`"),
        bad("a seat", text -> text.replace("10 per user", "10 per usr"), 25, "T207", "`user`"),
        bad(
            "a call",
            text -> text.replace("call items.insert ", "call item.insert "),
            27,
            "T205",
            "`items.insert`"),
        bad(
            "a parameter",
            text -> text.replace("per 10 records", "per 10 recods"),
            27,
            "T206",
            "`records`"));
  }

  private static Arguments bad(
      String what, UnaryOperator<String> change, int line, String code, String nearest) {
    return arguments(what, change, line, code, nearest);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aBadFileIsRefusedWithItsPlaceAndTheServiceGoesOn(
      String what, UnaryOperator<String> change, int line, String code, String nearest)
      throws IOException {
    String before = hash();
    write(change.apply(text).getBytes(ISO_8859_1));
    assertThat(service.server().reload()).isEqualTo(Outcome.REFUSED);
    JsonNode found = service.get("/health").at("/refused/diagnostics/0");
    assertThat(found.at("/file").asText()).isEqualTo("shop.toll");
    assertThat(found.at("/code").asText()).isEqualTo(code);
    assertThat(found.at("/line").asInt()).isEqualTo(line);
    assertThat(found.at("/hints").toString()).contains(nearest);
    assertThat(hash()).isEqualTo(before);
    assertThat(consume().at("/quotas/0/used").asInt()).isEqualTo(2);
  }

  @Test
  void ofAThousandErrorsAHundredAreShownAndHowManyMoreThereAre() throws IOException {
    write(("product shop {\n" + "  edition basic\n".repeat(1_002) + "}\n").getBytes(UTF_8));
    assertThat(service.server().reload()).isEqualTo(Outcome.REFUSED);
    JsonNode found = service.get("/health").at("/refused/diagnostics");
    assertThat(found).hasSize(101);
    assertThat(found.at("/100/code").asText()).isEqualTo("T106");
    assertThat(consume().at("/quotas/0/used").asInt()).isEqualTo(2);
  }

  @Test
  void lineEndsAndAByteOrderMarkAreNoMistakes() throws IOException {
    String other = text.replace("base 100", "base 150").replace("\n", "\r\n");
    write(("\uFEFF" + other).getBytes(UTF_8));
    assertThat(service.server().reload()).isEqualTo(Outcome.TAKEN);
    assertThat(consume().at("/quotas/0/limit").asInt()).isEqualTo(150);
  }

  @Test
  void aFileThatVanishesChangesNothing() throws IOException {
    String before = hash();
    Files.delete(rules.resolve("shop.toll"));
    Files.createSymbolicLink(rules.resolve("shop.toll"), Path.of("nowhere.toll"));
    assertThat(service.server().reload()).isEqualTo(Outcome.UNCHANGED);
    assertThat(hash()).isEqualTo(before);
    assertThat(consume().at("/quotas/0/used").asInt()).isEqualTo(2);
  }

  private Reply consume() {
    Reply reply =
        service.post(
            "/v1/consume",
            "{'product': 'shop', 'account': 'acme', 'call': 'ping', 'keys': {'app': 'till'}}");
    assertThat(reply.at("/allowed").asBoolean()).isTrue();
    return reply;
  }

  private String hash() {
    return service.get("/v1/policy").at("/hash").asText();
  }

  private void write(byte[] content) throws IOException {
    Files.write(rules.resolve("shop.toll"), content);
  }
}
