package dev.tollgate.server.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.server.http.openapi.OpenApiDocument;
import dev.tollgate.server.http.reload.Rules;
import dev.tollgate.server.http.request.AdjustmentReader;
import dev.tollgate.server.http.request.AskedCallReader;
import dev.tollgate.server.http.request.CallRequestReader;
import dev.tollgate.server.http.request.CommitReader;
import dev.tollgate.server.http.request.ExplainRequestReader;
import dev.tollgate.server.http.request.PolicyCandidateReader;
import dev.tollgate.server.http.request.ProfileReader;
import dev.tollgate.server.http.request.QuoteRequestReader;
import dev.tollgate.server.http.request.ReserveRequestReader;
import dev.tollgate.server.store.Store;
import dev.tollgate.server.store.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {

  private static final ObjectNode DOCUMENT = OpenApiDocument.load();

  @Test
  void everyRouteIsDescribedAndEveryDescribedRouteIsThere() {
    List<String> described = new ArrayList<>();
    DOCUMENT.get("paths").properties().forEach(path -> described.addAll(operations(path)));
    List<String> registered =
        routes().stream().map(route -> route.method() + " " + route.path()).toList();
    assertThat(described).containsExactlyInAnyOrderElementsOf(registered);
  }

  @Test
  void everyRequestHasTheFieldsThatItsReaderKnows() {
    Map.ofEntries(
            entry("CheckRequest", CallRequestReader.CHECK_FIELDS),
            entry("ConsumeRequest", CallRequestReader.CONSUME_FIELDS),
            entry("ReserveRequest", ReserveRequestReader.FIELDS),
            entry("InnerCall", AskedCallReader.INNER_FIELDS),
            entry("QuoteRequest", QuoteRequestReader.FIELDS),
            entry("QuoteRequestLine", QuoteRequestReader.LINE_FIELDS),
            entry("ExplainRequest", ExplainRequestReader.FIELDS),
            entry("CommitRequest", CommitReader.FIELDS),
            entry("InlineAccount", ProfileReader.INLINE_FIELDS),
            entry("PutAccount", ProfileReader.STORED_FIELDS),
            entry("AdjustmentRequest", AdjustmentReader.FIELDS),
            entry("PolicyCandidate", PolicyCandidateReader.FIELDS))
        .forEach(
            (schema, fields) -> {
              JsonNode properties = DOCUMENT.at("/components/schemas/" + schema + "/properties");
              assertThat(properties.fieldNames())
                  .toIterable()
                  .as(schema)
                  .containsExactlyInAnyOrderElementsOf(fields);
            });
  }

  @Test
  void everyQueryHasTheNamesThatItsRouteKnows() {
    for (Route route : routes()) {
      if (route.method() != Method.ANY) {
        JsonNode path = DOCUMENT.get("paths").get(route.path());
        JsonNode operation = path.get(route.method().name().toLowerCase(Locale.ROOT));
        assertThat(parameters(path, operation, "query"))
            .as(route.path())
            .filteredOn(name -> !name.equals("pretty"))
            .containsExactlyElementsOf(route.query());
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
    TreeSet<String> used = new TreeSet<>();
    references(DOCUMENT, used);
    assertThat(used).allSatisfy(it -> assertThat(DOCUMENT.at(it).isMissingNode()).isFalse());
    List<String> schemas = new ArrayList<>();
    DOCUMENT
        .at("/components/schemas")
        .fieldNames()
        .forEachRemaining(name -> schemas.add("/components/schemas/" + name));
    assertThat(used).containsAll(schemas);
  }

  @Test
  void pathParametersAreDeclaredAndOperationsHaveNamesOfTheirOwn() {
    List<String> names = new ArrayList<>();
    DOCUMENT
        .get("paths")
        .properties()
        .forEach(
            path ->
                operationsOf(path.getValue())
                    .forEach(
                        operation -> {
                          names.add(operation.get("operationId").textValue());
                          assertThat(parameters(path.getValue(), operation, "path"))
                              .as(path.getKey())
                              .containsExactlyInAnyOrderElementsOf(inPath(path.getKey()));
                        }));
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void theServiceServesIt() {
    try (TestService service = TestService.start(TestService.SHOP)) {
      assertThat(service.get("/openapi.json").json()).isEqualTo(DOCUMENT);
    }
  }

  private static List<Route> routes() {
    Rules rules = Rules.below(TestService.SHOP);
    Compiled compiled = rules.compile();
    SettableClock clock = new SettableClock("2026-01-01T10:00:00Z");
    return Routes.of(
        Service.of(
            rules,
            compiled,
            compiled.policy().orElseThrow(),
            Store.open(StoreSettings.memory(), clock, ServerSettings.steady(clock))));
  }

  private static List<String> operations(Map.Entry<String, JsonNode> path) {
    if (path.getValue().has(OpenApiDocument.ANY_METHOD)) {
      return List.of("ANY " + path.getKey());
    }
    return OpenApiDocument.METHODS.stream()
        .filter(path.getValue()::has)
        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey())
        .toList();
  }

  private static List<JsonNode> operationsOf(JsonNode path) {
    return OpenApiDocument.METHODS.stream().filter(path::has).map(path::get).toList();
  }

  private static List<String> parameters(JsonNode path, JsonNode operation, String in) {
    return Stream.of(path.path("parameters"), operation.path("parameters"))
        .flatMap(list -> Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get))
        .map(it -> it.has("$ref") ? DOCUMENT.at(it.get("$ref").textValue().substring(1)) : it)
        .filter(it -> it.get("in").textValue().equals(in))
        .map(it -> it.get("name").textValue())
        .toList();
  }

  private static List<String> inPath(String path) {
    return Stream.of(path.split("/"))
        .filter(segment -> segment.startsWith("{"))
        .map(segment -> segment.substring(1, segment.length() - 1))
        .toList();
  }

  private static void references(JsonNode node, TreeSet<String> found) {
    if (node.has("$ref")) {
      found.add(node.get("$ref").textValue().substring(1));
    }
    node.forEach(child -> references(child, found));
  }
}
