package dev.tollgate.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What the service answered. */
public record Reply(HttpResponse<String> response) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  public int status() {
    return response.statusCode();
  }

  public String text() {
    return response.body();
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** The media type without its parameters; empty where there is none. */
  public String mediaType() {
    return header("Content-Type").orElse("").split(";")[0];
  }

  public JsonNode json() {
    try {
      return JSON.readTree(text());
    } catch (JsonProcessingException malformed) {
      throw new AssertionError("not JSON: " + text(), malformed);
    }
  }

  /** The value at a JSON pointer. */
  public JsonNode at(String pointer) {
    return json().at(pointer);
  }

  @Override
  public String toString() {
    return status() + " " + text();
  }
}
