package dev.tollgate.server.http.answer;

import dev.tollgate.engine.policy.Json;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.Optional;

/** A denial's body as the policy words it, holes filled. */
public final class PolicyBodyJson {

  private PolicyBodyJson() {}

  /** The body; members in the order of the policy. */
  public static void write(JsonWriter json, Json body) {
    if (body instanceof Json.Object object) {
      json.object(
          () ->
              object
                  .members()
                  .forEach(
                      member -> {
                        json.name(member.name());
                        write(json, member.value());
                      }));
    } else if (body instanceof Json.Array array) {
      json.array(array.items(), item -> write(json, item));
    } else if (body instanceof Json.Text text) {
      json.scalar(Optional.of(text.text()));
    } else if (body instanceof Json.Number number) {
      json.scalar(Optional.of(number.number()));
    } else if (body instanceof Json.Literal literal) {
      json.scalar(Optional.of(literal.value()));
    } else if (body instanceof Json.Null) {
      json.scalar(Optional.empty());
    } else {
      throw new IllegalArgumentException("not filled: " + body);
    }
  }
}
