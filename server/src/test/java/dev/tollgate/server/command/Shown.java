package dev.tollgate.server.command;

import java.util.regex.Pattern;

/**
 * Output as a page shows it: {@code …} stands for what differs from run to run, and for nothing
 * else. That is moments of a clock (which have milliseconds, unlike those that a command names),
 * the days of what was used, ids of decisions, hashes, and seconds from now.
 */
final class Shown {

  private static final Pattern VARIES =
      Pattern.compile(
          String.join(
              "|",
              "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z",
              "(?<=\"(day|from|to)\": \")\\d{4}-\\d\\d-\\d\\d(?=\")",
              "\\b[0-9A-HJKMNP-TV-Z]{26}\\b",
              "(?<=sha256:)[0-9a-f]{64}",
              "(?<=Seconds\": )\\d+"));

  private Shown() {}

  /** What the page shows for this output. */
  static String of(String printed) {
    return VARIES.matcher(printed).replaceAll("…");
  }
}
