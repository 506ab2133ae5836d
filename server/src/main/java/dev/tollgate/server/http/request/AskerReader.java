package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.Asker;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import java.util.Optional;

/** Reads whom a request is about. */
final class AskerReader {

  private static final Asker NOBODY = Asker.stored("");

  private AskerReader() {}

  /** The id of an account, or a profile. */
  static Asker anyone(JsonFields fields) {
    Optional<JsonValue> account = fields.required("account");
    if (account.map(it -> it.node().isObject()).orElse(false)) {
      return account.flatMap(ProfileReader::inline).map(Asker::inline).orElse(NOBODY);
    }
    return stored(account);
  }

  /** The id of an account. */
  static Asker stored(JsonFields fields) {
    Optional<JsonValue> account = fields.required("account");
    if (account.map(it -> it.node().isObject()).orElse(false)) {
      return account
          .<Asker>flatMap(
              it ->
                  it.wrong(
                      "wrong-type",
                      "must be the id of a stored account: what counts cannot state its profile"))
          .orElse(NOBODY);
    }
    return stored(account);
  }

  private static Asker stored(Optional<JsonValue> account) {
    return account.flatMap(JsonValue::text).map(Asker::stored).orElse(NOBODY);
  }
}
