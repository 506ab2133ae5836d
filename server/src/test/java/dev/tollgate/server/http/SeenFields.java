package dev.tollgate.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which of the fields that a document describes have been answered. */
final class SeenFields {

  private static final String SCHEMAS = "#/components/schemas/";

  private final ObjectNode document;
  private final TreeSet<String> seen = new TreeSet<>();

  SeenFields(ObjectNode document) {
    this.document = document;
  }

  /** Marks the fields of a value that a schema describes. */
  void mark(String schema, JsonNode value) {
    mark(schema, document.at("/components/schemas/" + schema), value);
  }

  /** Fields of a schema, and of those it refers to, that no value has had. */
  TreeSet<String> missing(String... schemas) {
    TreeSet<String> described = new TreeSet<>();
    for (String schema : schemas) {
      describe(schema, document.at("/components/schemas/" + schema), described);
    }
    described.removeAll(seen);
    return described;
  }

  private void mark(String path, JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").textValue().substring(SCHEMAS.length());
      mark(name, value);
    }
    branches(schema).filter(it -> mayBe(it, value)).forEach(it -> mark(path, it, value));
    if (value.isArray() && schema.has("items")) {
      value.forEach(item -> mark(path, schema.get("items"), item));
    }
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      if (value.has(field.getKey())) {
        String name = path + "." + field.getKey();
        seen.add(name);
        mark(name, field.getValue(), value.get(field.getKey()));
      }
    }
  }

  private void describe(String path, JsonNode schema, TreeSet<String> described) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").textValue().substring(SCHEMAS.length());
      if (described.add(name + ".")) {
        describe(name, document.at("/components/schemas/" + name), described);
      }
      described.remove(name + ".");
    }
    branches(schema).forEach(it -> describe(path, it, described));
    describeItems(path, schema, described);
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      String name = path + "." + field.getKey();
      if (described.add(name)) {
        describe(name, field.getValue(), described);
      }
    }
  }

  private void describeItems(String path, JsonNode schema, TreeSet<String> described) {
    if (schema.has("items")) {
      describe(path, schema.get("items"), described);
    }
  }

  private static Stream<JsonNode> branches(JsonNode schema) {
    return Stream.of("oneOf", "anyOf").flatMap(name -> schema.path(name).valueStream());
  }

  /** Whether a value has the fields that a branch asks for, with the words it asks for. */
  private static boolean mayBe(JsonNode branch, JsonNode value) {
    boolean complete = branch.path("required").valueStream().allMatch(it -> value.has(it.asText()));
    return complete
        && branch.path("properties").properties().stream()
            .filter(field -> field.getValue().has("const"))
            .allMatch(field -> field.getValue().get("const").equals(value.get(field.getKey())));
  }
}
