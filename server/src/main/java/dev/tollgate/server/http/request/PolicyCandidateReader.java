package dev.tollgate.server.http.request;

import dev.tollgate.server.http.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Reads a text that might become a rule file. */
public final class PolicyCandidateReader {

  public static final List<String> FIELDS = List.of("file", "text");

  private static final String ENDING = ".toll";

  private PolicyCandidateReader() {}

  /**
   * A rule file that somebody thinks of.
   *
   * @param file the one whose place it takes, or a new name
   */
  public record PolicyCandidate(String file, String text) {}

  /** The candidate; empty after a problem was added. */
  public static Optional<PolicyCandidate> read(JsonValue value) {
    return value
        .object(FIELDS)
        .flatMap(
            fields -> {
              Optional<String> file =
                  fields
                      .required("file")
                      .flatMap(it -> it.text().filter(name -> endsWell(it, name)));
              Optional<String> text = fields.required("text").flatMap(JsonValue::anyText);
              return file.flatMap(name -> text.map(it -> new PolicyCandidate(name, it)));
            });
  }

  private static boolean endsWell(JsonValue value, String name) {
    return name.endsWith(ENDING) || value.wrong("file-name", "must end in " + ENDING).isPresent();
  }
}
