package dev.tollgate.engine.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that somebody who wrote another one probably meant.
 *
 * <p>The distance is the number of letters left out, put in, replaced, or swapped with their
 * neighbour. A third of the letters may be wrong, three at most.
 */
public final class NearestName {

  private static final int MOST_WRONG_LETTERS = 3;
  private static final int LONGEST_NAME = 100;

  private NearestName() {}

  /**
   * The known name that is nearest to {@code wrong}: {@code enterprise} for {@code enterprize}.
   * Empty when none is near, or two are equally near and share as many letters at both ends: a
   * wrong guess is worse than none.
   */
  public static Optional<String> of(String wrong, Collection<String> known) {
    String lowered = wrong.toLowerCase(Locale.ROOT);
    int allowed = Math.min(MOST_WRONG_LETTERS, lowered.length() / 3);
    if (lowered.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    Optional<String> nearest = Optional.empty();
    int least = allowed + 1;
    int mostShared = 0;
    for (String name : known) {
      if (Math.abs(name.length() - lowered.length()) > least) {
        continue;
      }
      int distance = distance(lowered, name.toLowerCase(Locale.ROOT));
      int shared = shared(lowered, name.toLowerCase(Locale.ROOT));
      if (distance < least || (distance == least && distance <= allowed && shared > mostShared)) {
        least = distance;
        mostShared = shared;
        nearest = Optional.of(name);
      } else if (distance == least && shared == mostShared) {
        nearest = Optional.empty();
      }
    }
    return nearest;
  }

  /** Letters that both begin with and letters that both end with. */
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
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
