package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a request says about an account. */
public final class ProfileReader {

  /** Fields of a profile within a request. */
  public static final List<String> INLINE_FIELDS =
      List.of("edition", "seats", "facts", "signedUp", "zone", "addons");

  /** Fields of a profile that is put; add-ons have an address of their own. */
  public static final List<String> STORED_FIELDS =
      List.of("edition", "seats", "facts", "signedUp", "zone", "from");

  private ProfileReader() {}

  /** A profile within a request. */
  static Optional<StatedProfile> inline(JsonValue value) {
    return value
        .object(INLINE_FIELDS)
        .map(
            fields ->
                profile(fields)
                    .withAddOns(
                        fields
                            .optional("addons")
                            .map(it -> it.members(HoldingReader::read))
                            .orElse(Map.of())));
  }

  /** The profile that the fields of a put account say. */
  static StatedProfile profile(JsonFields fields) {
    return new StatedProfile(
        fields.optional("edition").flatMap(JsonValue::text),
        fields
            .optional("seats")
            .map(it -> it.members(seats -> seats.whole(0, Long.MAX_VALUE)))
            .orElse(Map.of()),
        fields.optional("facts").map(it -> it.members(StatedReader::read)).orElse(Map.of()),
        fields.optional("signedUp").flatMap(JsonValue::date),
        fields.optional("zone").flatMap(JsonValue::text),
        Map.of());
  }
}
