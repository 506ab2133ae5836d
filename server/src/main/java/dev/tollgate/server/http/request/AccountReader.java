package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.server.http.json.JsonValue;
import java.time.Instant;
import java.util.Optional;

/** Reads a profile that is put. */
public final class AccountReader {

  private AccountReader() {}

  /**
   * What is put.
   *
   * @param from when it begins to hold; empty for now
   */
  public record PutProfile(StatedProfile profile, Optional<Instant> from) {}

  /** The profile; empty after a problem was added. */
  public static Optional<PutProfile> read(JsonValue value) {
    return value
        .object(ProfileReader.STORED_FIELDS)
        .map(
            fields ->
                new PutProfile(
                    ProfileReader.profile(fields),
                    fields.optional("from").flatMap(JsonValue::moment)));
  }
}
