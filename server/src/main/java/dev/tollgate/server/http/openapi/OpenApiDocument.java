package dev.tollgate.server.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the document together from its files: {@code {"$ref": "paths/check.json"}} becomes the file.
 */
public final class OpenApiDocument {

  /** Stands in a path where every method is answered alike. */
  public static final String ANY_METHOD = "x-any-method";

  /** The methods that OpenAPI can describe. */
  public static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private static final String JSON_TYPE = "application/json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private OpenApiDocument() {}

  /** The whole document. */
  public static ObjectNode load() {
    ObjectNode document = file("openapi.json");
    include((ObjectNode) document.get("paths"));
    include((ObjectNode) document.get("components").get("schemas"));
    document.get("paths").forEach(path -> addPretty((ObjectNode) path));
    document.get("paths").forEach(path -> expandAnyMethod((ObjectNode) path));
    return document;
  }

  private static void include(ObjectNode members) {
    List<String> names = new ArrayList<>();
    members.fieldNames().forEachRemaining(names::add);
    names.forEach(name -> members.set(name, file(members.get(name).get("$ref").textValue())));
  }

  /** Every JSON answer can be laid out for people, except where the query belongs to the call. */
  private static void addPretty(ObjectNode path) {
    boolean answersJson = path.findValues("content").stream().anyMatch(it -> it.has(JSON_TYPE));
    if (answersJson && !path.has(ANY_METHOD)) {
      path.withArrayProperty("parameters")
          .addObject()
          .put("$ref", "#/components/parameters/pretty");
    }
  }

  private static void expandAnyMethod(ObjectNode path) {
    JsonNode any = path.remove(ANY_METHOD);
    if (any == null) {
      return;
    }
    path.put(ANY_METHOD, true);
    for (String method : METHODS) {
      ObjectNode operation = any.deepCopy();
      operation.put("operationId", any.get("operationId").textValue() + "-" + method);
      path.set(method, operation);
    }
  }

  private static ObjectNode file(String name) {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program is without its file openapi/" + name);
      }
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException("openapi/" + name, broken);
    }
  }
}
