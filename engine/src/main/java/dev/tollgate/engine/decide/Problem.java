package dev.tollgate.engine.decide;

import java.util.Optional;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer to the part that has to change, such as {@code /params/records}
 * @param code words joined by hyphens that never change meaning, such as {@code unknown-call}
 * @param message one line in the words of the product
 * @param nearest a known name that may have been meant
 */
public record Problem(String pointer, String code, String message, Optional<String> nearest) {

  public static Problem of(String pointer, String code, String message) {
    return new Problem(pointer, code, message, Optional.empty());
  }

  /** The same problem inside a larger request: {@code /3} before {@code /params/records}. */
  public Problem under(String prefix) {
    return new Problem(prefix + pointer, code, message, nearest);
  }
}
