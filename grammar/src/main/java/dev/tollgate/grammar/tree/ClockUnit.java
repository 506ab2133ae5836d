package dev.tollgate.grammar.tree;

import java.util.Locale;
import java.util.Optional;

/** A unit of time, in the order of their lengths. */
public enum ClockUnit {
  MILLISECOND,
  SECOND,
  MINUTE,
  HOUR,
  DAY,
  WEEK,
  MONTH;

  /** The unit that a word of the text names, in singular or plural: `hour`, `hours`. */
  public static Optional<ClockUnit> of(String word) {
    for (ClockUnit unit : values()) {
      if (word.equals(unit.word()) || word.equals(unit.word() + "s")) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /** Its word in the singular, as the language writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
