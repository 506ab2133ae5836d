package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.Asker;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import java.util.Optional;

/** Reads whom a request is about. Whoever cannot be read becomes nobody, beside a problem. */
final class AskerReader {

  private static final Asker NOBODY = Asker.stored("");

  private AskerReader() {}

  /** The id of an account, or a profile. */
  static Asker anyone(JsonFields fields) {
    Optional<JsonValue> account = fields.required("account");
    return account.filter(AskerReader::isProfile).isPresent()
        ? account.flatMap(ProfileReader::inline).map(Asker::inline).orElse(NOBODY)
        : account.flatMap(JsonValue::text).map(Asker::stored).orElse(NOBODY);
  }

  /** The id of an account. */
  static Asker stored(JsonFields fields) {
    return fields.required("account").flatMap(AskerReader::id).map(Asker::stored).orElse(NOBODY);
  }

  private static Optional<String> id(JsonValue value) {
    return isProfile(value)
        ? value.wrong(
            "wrong-type",
            "must be the id of a stored account: what counts cannot state its profile")
        : value.text();
  }

  private static boolean isProfile(JsonValue value) {
    return value.node().isObject();
  }
}
