package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.Commit;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how a call ended. */
public final class CommitReader {

  public static final List<String> FIELDS = List.of("cost", "params", "failed");

  private CommitReader() {}

  /** The commit; empty after a problem was added. */
  public static Optional<Commit> read(JsonValue value) {
    return value.object(FIELDS).flatMap(fields -> commit(fields, value));
  }

  private static Optional<Commit> commit(JsonFields fields, JsonValue value) {
    if (Stream.of("cost", "params", "failed").filter(it -> fields.optional(it).isPresent()).count()
        > 1) {
      return value.wrong("contradiction", "must have only one of cost, params and failed");
    }
    Optional<JsonValue> cost = fields.optional("cost");
    if (cost.isPresent()) {
      return cost.map(it -> new Commit.WithCost(it.members(JsonValue::number)));
    }
    Optional<JsonValue> params = fields.optional("params");
    if (params.isPresent()) {
      return params.map(it -> new Commit.WithParams(it.members(StatedReader::read)));
    }
    boolean failed = fields.optional("failed").flatMap(JsonValue::yesOrNo).orElse(false);
    return Optional.of(failed ? new Commit.Failed() : new Commit.AsDecided());
  }
}
