package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which thresholds of a counter were reported, and when: each is reported once in a window. Every
 * counter has such a record and most are empty, so it is a bare row of moments, by the place of the
 * threshold.
 */
final class Thresholds {

  static final long[] NONE_REPORTED = {};

  private static final long NEVER = Long.MIN_VALUE;

  private Thresholds() {}

  static long[] unpack(Unpacking from) {
    long[] reportedAt = from.list(Unpacking::number).stream().mapToLong(at -> at).toArray();
    return reportedAt.length == 0 ? NONE_REPORTED : reportedAt;
  }

  static void pack(Packing to, long[] reportedAt) {
    to.list(Arrays.stream(reportedAt).boxed().toList(), Packing::number);
  }

  /**
   * The thresholds to report when {@code before} units rise to {@code after}. A threshold is known
   * by its place, so that a changed limit does not report it twice.
   *
   * @param warnAt amounts, ascending
   * @param quietSince what was reported at this moment or later is not reported again
   */
  static List<Integer> crossed(
      long[] reportedAt, List<Long> warnAt, long before, long after, long quietSince) {
    List<Integer> crossed = List.of();
    for (int i = 0; i < warnAt.size(); i++) {
      boolean reported = i < reportedAt.length && since(quietSince, reportedAt[i]);
      if (before < warnAt.get(i) && warnAt.get(i) <= after && !reported) {
        crossed = crossed.isEmpty() ? new ArrayList<>() : crossed;
        crossed.add(i);
      }
    }
    return crossed;
  }

  /** The record when the thresholds at these places, at least one, are reported now. */
  static long[] report(long[] reportedAt, List<Integer> crossed, long now) {
    int places = Math.max(reportedAt.length, crossed.get(crossed.size() - 1) + 1);
    long[] changed = Arrays.copyOf(reportedAt, places);
    Arrays.fill(changed, reportedAt.length, places, NEVER);
    crossed.forEach(place -> changed[place] = now);
    return changed;
  }

  /** Whether anything was reported at this moment or later. */
  static boolean anyReportedSince(long[] reportedAt, long moment) {
    for (long reported : reportedAt) {
      if (since(moment, reported)) {
        return true;
      }
    }
    return false;
  }

  private static boolean since(long moment, long reported) {
    return reported != NEVER && reported >= moment;
  }
}
