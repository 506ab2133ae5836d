package dev.tollgate.server.command;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Output as a page shows it, where {@code …} stands for what differs from run to run and for that
 * alone: a moment, the id of a decision, a hash, a number of seconds. So it hides no other figure.
 */
final class Shown {

  private static final String PLACEHOLDER = "…";

  private static final String VARIES =
      String.join(
          "|",
          "(?:\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z",
          "[0-9A-HJKMNP-TV-Z]{26}",
          "(?<=sha256:)[0-9a-f]{64}",
          "(?<=Seconds\": )\\d+)");

  private Shown() {}

  /** What the output has to match as a whole. */
  static Pattern pattern(String shown) {
    return Pattern.compile(
        Stream.of(shown.split(PLACEHOLDER, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(VARIES)));
  }
}
