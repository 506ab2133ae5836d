package dev.tollgate.grammar.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the word that somebody who wrote another one probably meant.
 *
 * <p>The distance is the number of letters left out, put in, replaced, or swapped with their
 * neighbour; upper and lower case do not matter. A third of the letters may be wrong, three at
 * most.
 */
public final class Nearest {

  private static final int MOST_WRONG_LETTERS = 3;
  private static final int LONGEST_WORD = 100;

  private Nearest() {}

  /**
   * The known word that is nearest to another: {@code enterprise} for {@code enterprize}. Empty
   * when none is near, or two are equally near and share as many letters at both ends: a wrong
   * guess is worse than none.
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String lowered = word.toLowerCase(Locale.ROOT);
    int least = mostWrong(lowered) + 1;
    int mostShared = 0;
    if (lowered.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    Optional<String> nearest = Optional.empty();
    for (String candidate : known) {
      if (Math.abs(candidate.length() - lowered.length()) > least) {
        continue;
      }
      int distance = distance(lowered, candidate.toLowerCase(Locale.ROOT));
      int shared = shared(lowered, candidate.toLowerCase(Locale.ROOT));
      boolean nearer = distance == least && mostShared > 0 && shared > mostShared;
      if (distance < least || nearer) {
        least = distance;
        mostShared = shared;
        nearest = Optional.of(candidate);
      } else if (distance == least && shared == mostShared) {
        nearest = nearest.filter(candidate::equals);
      }
    }
    return nearest;
  }

  /**
   * The known word that certainly was meant: the nearest one, when every other is at least twice as
   * far away. {@code record.insrt} can only be {@code record.insert}; {@code gat} may be {@code
   * get} or {@code gap}.
   */
  public static Optional<String> only(String word, Collection<String> known) {
    Optional<String> nearest = to(word, known);
    if (nearest.isEmpty()) {
      return nearest;
    }
    int farthest = Math.min(mostWrong(word), 2 * distanceOf(word, nearest.get()) - 1);
    boolean alone =
        known.stream()
            .filter(other -> Math.abs(other.length() - word.length()) <= farthest)
            .filter(other -> !other.equals(nearest.get()))
            .noneMatch(other -> distanceOf(word, other) <= farthest);
    return alone ? nearest : Optional.empty();
  }

  private static int mostWrong(String word) {
    return Math.min(MOST_WRONG_LETTERS, word.length() / 3);
  }

  private static int distanceOf(String word, String other) {
    return distance(word.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  /** Letters that both begin with, and letters that both end with. */
  private static int shared(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int first = 0;
    while (first < most && a.charAt(first) == b.charAt(first)) {
      first++;
    }
    int last = 0;
    while (last < most - first
        && a.charAt(a.length() - 1 - last) == b.charAt(b.length() - 1 - last)) {
      last++;
    }
    return first + last;
  }

  /** Row by row; a swap of neighbours looks back two rows. */
  private static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }
}
