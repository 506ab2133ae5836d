package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was consumed in the stretches of a calendar. It is kept in quarters of an hour, because
 * stretches begin elsewhere as soon as the account moves to another zone; then those units are in
 * the new stretch that were consumed at its start or later.
 *
 * <p>Zones differ by whole quarters today, so nothing is lost by that. In zones of the past that do
 * not, and once more than 1,000 quarters are merged by local days or by several of them, units
 * around the start of a stretch that was moved are taken to be in it: they come back late and never
 * early. Unless the calendar moves, all answers are exact.
 */
final class StretchLog {

  private static final long QUARTER_MILLIS = 15 * 60_000L;

  private final Moments log;

  StretchLog() {
    this(new Moments());
  }

  private StretchLog(Moments log) {
    this.log = log;
  }

  Usage usage(LocalStretch stretch) {
    return log.since(stretch.from());
  }

  Optional<NextReturn> nextReturn(LocalStretch stretch) {
    long used = usage(stretch).used();
    return used == 0
        ? Optional.empty()
        : Optional.of(new NextReturn(Instant.ofEpochMilli(stretch.until()), used));
  }

  OptionalLong whenBack(LocalStretch stretch) {
    return OptionalLong.of(stretch.until());
  }

  /**
   * Consumes.
   *
   * @param stretch the one that contains the moment of the portion
   * @param zone the one of the stretch
   * @param keepFrom what was consumed before it, and before the stretch, is not needed any more
   */
  void add(LocalStretch stretch, ZoneId zone, long keepFrom, Portion portion) {
    long now = portion.moment();
    log.dropBefore(Math.min(stretch.from(), keepFrom));
    if (!log.isEmpty() && log.last() >= stretch.from() && quarter(log.last()) == quarter(now)) {
      log.mergeIntoLast(now, portion.included(), portion.billed());
    } else {
      log.add(now, portion.included(), portion.billed());
    }
    if (log.size() > Moments.MOST) {
      for (int days = 1; days == 1 || log.size() > Moments.MOST / 2; days *= 2) {
        coalesce(stretch.from(), zone, days);
      }
    }
  }

  Portion giveBack(Portion portion) {
    return log.remove(portion);
  }

  long refundable(LocalStretch stretch, List<Portion> held) {
    return log.refundable(stretch.from(), held).used();
  }

  List<Portion> refund(LocalStretch stretch, long units, List<Portion> held) {
    return log.refund(units, stretch.from(), held);
  }

  /** Whether nothing was consumed at {@code from} or later. */
  boolean nothingSince(long from) {
    return log.isEmpty() || log.last() < from;
  }

  StretchLog copy() {
    return new StretchLog(log.copy());
  }

  void pack(Packing to) {
    log.pack(to);
  }

  static StretchLog unpack(Unpacking from) {
    return new StretchLog(Moments.unpack(from));
  }

  /** Merges what lies in the same so many local days, but nothing across the start of a stretch. */
  private void coalesce(long from, ZoneId zone, int days) {
    log.coalesce(
        moment -> {
          long day = Instant.ofEpochMilli(moment).atZone(zone).toLocalDate().toEpochDay();
          return 2 * Math.floorDiv(day, (long) days) + (moment < from ? 0 : 1);
        });
  }

  private static long quarter(long moment) {
    return Math.floorDiv(moment, QUARTER_MILLIS);
  }
}
