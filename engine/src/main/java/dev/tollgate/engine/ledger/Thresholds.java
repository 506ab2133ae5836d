package dev.tollgate.engine.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which thresholds of a counter were reported, and when: each is reported once in a window. */
final class Thresholds {

  private static final long NEVER = Long.MIN_VALUE;
  private static final long[] NONE_REPORTED = {};

  private long[] reportedAt = NONE_REPORTED;

  static Thresholds unpack(Unpacking from) {
    Thresholds thresholds = new Thresholds();
    thresholds.reportedAt = from.list(Unpacking::number).stream().mapToLong(at -> at).toArray();
    return thresholds;
  }

  void pack(Packing to) {
    to.list(Arrays.stream(reportedAt).boxed().toList(), Packing::number);
  }

  /**
   * The thresholds to report when {@code before} units rise to {@code after}. A threshold is known
   * by its place, so that a changed limit does not report it twice.
   *
   * @param warnAt amounts, ascending
   * @param quietSince what was reported at this moment or later is not reported again
   */
  List<Integer> crossed(List<Long> warnAt, long before, long after, long quietSince) {
    List<Integer> crossed = List.of();
    for (int i = 0; i < warnAt.size(); i++) {
      if (before < warnAt.get(i) && warnAt.get(i) <= after && !reportedSince(quietSince, i)) {
        crossed = crossed.isEmpty() ? new ArrayList<>() : crossed;
        crossed.add(i);
      }
    }
    return crossed;
  }

  /** Remembers that the thresholds at these places are reported now. */
  void report(List<Integer> crossed, long now) {
    for (int place : crossed) {
      if (place >= reportedAt.length) {
        int known = reportedAt.length;
        reportedAt = Arrays.copyOf(reportedAt, place + 1);
        Arrays.fill(reportedAt, known, reportedAt.length, NEVER);
      }
      reportedAt[place] = now;
    }
  }

  /** Whether anything was reported at this moment or later. */
  boolean anyReportedSince(long moment) {
    return Arrays.stream(reportedAt).anyMatch(reported -> reported != NEVER && reported >= moment);
  }

  Thresholds copy() {
    Thresholds copy = new Thresholds();
    copy.reportedAt = reportedAt.length == 0 ? NONE_REPORTED : reportedAt.clone();
    return copy;
  }

  private boolean reportedSince(long moment, int place) {
    return place < reportedAt.length && reportedAt[place] != NEVER && reportedAt[place] >= moment;
  }
}
