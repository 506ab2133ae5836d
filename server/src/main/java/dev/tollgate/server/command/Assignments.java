package dev.tollgate.server.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of the form {@code NAME=VALUE} that may be repeated, each name once. */
final class Assignments {

  private Assignments() {}

  /**
   * Values by name, in order.
   *
   * @param option as the caller wrote it, for messages
   * @throws BadUsage if one has no {@code =}, no name, or a name that was there before
   */
  static Map<String, String> of(String option, List<String> arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new BadUsage("`%s %s` is not of the form NAME=VALUE".formatted(option, argument));
      }
      String name = argument.substring(0, equals);
      if (values.put(name, argument.substring(equals + 1)) != null) {
        throw new BadUsage("`%s` says `%s` twice".formatted(option, name));
      }
    }
    return values;
  }
}
