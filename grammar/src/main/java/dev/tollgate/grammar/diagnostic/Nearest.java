package dev.tollgate.grammar.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Which of some words an author most likely meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The candidate nearest to a word: upper and lower case do not matter, a missing, spare, wrong or
   * swapped character counts one. At most a third of the word (at least one character) may differ;
   * of two equally near the first is taken.
   *
   * <p>{@code enterprize} is near {@code enterprise}; {@code gold} is near neither {@code free} nor
   * {@code standard}.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int nearest = Math.max(1, wanted.length() / 3) + 1;
    Optional<String> found = Optional.empty();
    for (String candidate : candidates) {
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), nearest);
      if (distance < nearest) {
        nearest = distance;
        found = Optional.of(candidate);
      }
    }
    return found;
  }

  /** Edits from one to the other, or the bound when there are as many or more. */
  private static int distance(String from, String to, int bound) {
    if (Math.abs(from.length() - to.length()) >= bound) {
      return bound;
    }
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        row[j] = swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return Math.min(last[to.length()], bound);
  }
}
