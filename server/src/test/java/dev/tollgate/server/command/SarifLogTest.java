package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.HelpPage;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.server.http.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SarifLogTest {

  private static final SourceText SOURCE =
      SourceText.of("rules/my shop.toll", "edition free\nallot fre 5\n");

  private static final Diagnostic UNKNOWN =
      Diagnostic.of(DiagnosticCode.UNKNOWN_EDITION, SOURCE.span(19, 22), "`fre` is not an edition")
          .withHint("did you mean `free`?")
          .withRelated(SOURCE.span(8, 12), "it stands here")
          .withFix(SOURCE.span(19, 22), "free");

  private static final Diagnostic ODD =
      Diagnostic.of(DiagnosticCode.NEVER_USED, SOURCE.span(8, 12), "`free` is never used");

  @Test
  void aLogOfEveryCodeIsAsTheSchemaSays() {
    List<Diagnostic> every =
        Arrays.stream(DiagnosticCode.values())
            .map(code -> Diagnostic.of(code, SOURCE.span(0, 0), "a fact"))
            .toList();
    assertThat(log(every).at("/runs/0/results")).hasSize(DiagnosticCode.values().length);
    assertThat(log(List.of()).at("/runs/0/results").isArray()).isTrue();
  }

  @Test
  void theSchemaRefusesWhatIsNoLog() {
    assertThat(schema().validate(JsonText.parse("{\"version\": \"2.1.0\"}".getBytes())))
        .isNotEmpty();
  }

  @Test
  void aDiagnosticIsAResultWithItsPlace() {
    JsonNode result = log(List.of(UNKNOWN)).at("/runs/0/results/0");
    assertThat(result.at("/ruleId").asText()).isEqualTo("T204");
    assertThat(result.at("/level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText())
        .isEqualTo("`fre` is not an edition\ndid you mean `free`?");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("rules/my%20shop.toll");
    assertThat(place.at("/region"))
        .hasToString("{\"startLine\":2,\"startColumn\":7,\"endLine\":2,\"endColumn\":10}");
  }

  @Test
  void otherPlacesAndTheFixStandBesideIt() {
    JsonNode result = log(List.of(UNKNOWN)).at("/runs/0/results/0");
    JsonNode related = result.at("/relatedLocations/0");
    assertThat(related.at("/message/text").asText()).isEqualTo("it stands here");
    assertThat(related.at("/physicalLocation/region/startLine").asInt()).isEqualTo(1);
    JsonNode change = result.at("/fixes/0/artifactChanges/0");
    assertThat(change.at("/artifactLocation/uri").asText()).isEqualTo("rules/my%20shop.toll");
    assertThat(change.at("/replacements/0/deletedRegion/startColumn").asInt()).isEqualTo(7);
    assertThat(change.at("/replacements/0/insertedContent/text").asText()).isEqualTo("free");
  }

  @Test
  void eachCodeIsARuleWithItsPage() {
    JsonNode run = log(List.of(UNKNOWN, ODD, UNKNOWN)).at("/runs/0");
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(rules).hasSize(2);
    for (JsonNode result : run.at("/results")) {
      JsonNode rule = rules.get(result.at("/ruleIndex").asInt());
      assertThat(rule.at("/id")).isEqualTo(result.at("/ruleId"));
      assertThat(rule.at("/defaultConfiguration/level")).isEqualTo(result.at("/level"));
    }
    assertThat(rules.findValuesAsText("markdown"))
        .contains(HelpPage.of(DiagnosticCode.UNKNOWN_EDITION).text());
  }

  @Test
  void aFileElsewhereIsNamedInFull() {
    SourceText elsewhere = SourceText.of("/rules/a:b.toll", "x");
    Diagnostic found = Diagnostic.of(DiagnosticCode.EMPTY_FILE, elsewhere.span(0, 1), "empty");
    assertThat(log(List.of(found)).findValuesAsText("uri"))
        .containsExactly("file:///rules/a:b.toll");
  }

  private static JsonNode log(List<Diagnostic> diagnostics) {
    JsonNode log = JsonText.parse(SarifLog.text(diagnostics).getBytes(StandardCharsets.UTF_8));
    assertThat(schema().validate(log)).isEmpty();
    return log;
  }

  private static Schema schema() {
    try (InputStream file =
        Objects.requireNonNull(
            SarifLogTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_7,
              builder ->
                  builder.schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
          .getSchema(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
