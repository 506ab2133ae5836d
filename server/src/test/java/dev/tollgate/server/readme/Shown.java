package dev.tollgate.server.readme;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Output as the page shows it, where {@code …} stands for what differs from run to run: ids,
 * hashes, moments, seconds, folders. It stands for at least one character, and never for a blank, a
 * quote, a comma or a bracket, so it cannot hide a field.
 */
final class Shown {

  private static final String PLACEHOLDER = "…";
  private static final String VARIES = "[^\\s\",\\[\\]{}…]+";

  private Shown() {}

  /** What the output has to match as a whole. */
  static Pattern pattern(String shown) {
    return Pattern.compile(
        Stream.of(shown.split(PLACEHOLDER, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(VARIES)));
  }
}
