package dev.tollgate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.tollgate.server.http.openapi.OpenApiDocument;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds replies to the OpenAPI document. For that its schemas are closed: a field that the document
 * does not know is as wrong as one that is missing.
 */
final class OpenApiContract {

  private final ObjectNode document;
  private final SchemaRegistry registry = registry();
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  private OpenApiContract(ObjectNode document) {
    this.document = document;
  }

  private static SchemaRegistry registry() {
    Dialect dialect =
        Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("components"))
            .build();
    return SchemaRegistry.withDefaultDialect(
        dialect,
        builder ->
            builder.schemaRegistryConfig(
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  static OpenApiContract load() {
    ObjectNode document = OpenApiDocument.load();
    close(document.get("components"));
    return new OpenApiContract(document);
  }

  /** Fails if a reply is not as the document says. */
  void check(String method, String path, Reply reply) {
    JsonNode operation = operation(method, path);
    boolean described =
        !operation.isMissingNode()
            && !(method.equals("HEAD") || reply.status() == 405 || reply.status() == 431);
    if (!described) {
      return;
    }
    JsonNode response = resolved(operation.at("/responses/" + reply.status()));
    if (response.isMissingNode()) {
      response = operation.at("/responses/default");
    }
    if (response.isMissingNode()) {
      fail("%s %s answers %s, which is not described", method, path, reply);
    }
    checkBody(response, reply, method + " " + path);
  }

  private void checkBody(JsonNode response, Reply reply, String what) {
    if (!response.has("content")) {
      assertThat(reply.text()).as(what).isEmpty();
      return;
    }
    JsonNode content = response.get("content").path(reply.mediaType());
    if (content.isMissingNode()) {
      fail("%s answers %s, a media type that is not described", what, reply.mediaType());
    }
    if (reply.mediaType().endsWith("json")) {
      Schema schema = schemas.computeIfAbsent(content.get("schema"), this::schema);
      assertThat(schema.validate(reply.json())).as("%s: %s", what, reply).isEmpty();
    }
  }

  /** Whether a request's body is as the document says. */
  boolean accepts(String schemaName, JsonNode value) {
    ObjectNode reference = JsonNodeFactory.instance.objectNode();
    reference.put("$ref", "#/components/schemas/" + schemaName);
    return schemas.computeIfAbsent(reference, this::schema).validate(value).isEmpty();
  }

  private Schema schema(JsonNode schema) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.set("components", document.get("components"));
    whole.putArray("allOf").add(schema);
    return registry.getSchema(whole);
  }

  private JsonNode operation(String method, String path) {
    String[] segments = path.replaceFirst("\\?.*", "").split("/");
    JsonNode found = JsonNodeFactory.instance.missingNode();
    for (Map.Entry<String, JsonNode> entry : document.get("paths").properties()) {
      if (matches(entry.getKey().split("/"), segments)) {
        found = entry.getValue().path(method.toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }

  private static boolean matches(String[] template, String[] segments) {
    boolean manySegments = template[template.length - 1].equals("{file}");
    if (manySegments ? segments.length < template.length : segments.length != template.length) {
      return false;
    }
    for (int i = 0; i < template.length; i++) {
      if (!template[i].startsWith("{") && !template[i].equals(segments[i])) {
        return false;
      }
    }
    return true;
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
  }

  private static void close(JsonNode node) {
    node.forEach(OpenApiContract::close);
    if (node instanceof ObjectNode object
        && object.path("type").asText().equals("object")
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
  }
}
