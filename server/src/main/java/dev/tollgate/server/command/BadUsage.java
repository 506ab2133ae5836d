package dev.tollgate.server.command;

import java.util.Optional;

/** Something the caller has to say differently. It ends the command with {@link ExitCode#USAGE}. */
final class BadUsage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<String> hint;

  /**
   * @param message one line of fact
   */
  BadUsage(String message) {
    super(message);
    this.hint = Optional.empty();
  }

  /**
   * @param hint one line that says what to do instead
   */
  BadUsage(String message, String hint) {
    super(message);
    this.hint = Optional.of(hint);
  }

  /** What to do; empty where the command's own help says it best. */
  Optional<String> hint() {
    return hint;
  }
}
