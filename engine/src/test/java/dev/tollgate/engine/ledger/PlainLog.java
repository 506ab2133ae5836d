package dev.tollgate.engine.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * What a ledger has to answer, from a plain list of all that happened. As slow and as obvious as
 * possible: every answer goes through the whole list again.
 */
final class PlainLog {

  /** How much of the list is still out at a moment. */
  interface Rule {
    long used(List<Event> counting, long now);

    /** Whether an event that has not ended is in the window. */
    boolean inWindow(Event event, long now);
  }

  /** Something that was consumed. */
  static final class Event {
    final String decision;
    final long moment;
    final OptionalLong expires;

    /** The moment of the first event of its stretch, for windows that begin with one. */
    final long stretch;

    final long decided;
    long included;
    long billed;
    boolean ended;

    Event(
        String decision,
        long moment,
        OptionalLong expires,
        long stretch,
        long included,
        long billed) {
      this.decision = decision;
      this.moment = moment;
      this.expires = expires;
      this.stretch = stretch;
      this.decided = included + billed;
      this.included = included;
      this.billed = billed;
    }

    long units() {
      return included + billed;
    }

    boolean expired(long now) {
      return !ended && expires.isPresent() && expires.getAsLong() <= now;
    }

    /** Takes units off, billed ones first. */
    void takeOff(long units) {
      long off = Math.min(units, billed);
      billed -= off;
      included -= units - off;
    }
  }

  private final Rule rule;
  private final List<Event> events = new ArrayList<>();

  PlainLog(Rule rule) {
    this.rule = rule;
  }

  long used(long now) {
    return rule.used(counting(now), now);
  }

  long included(long now) {
    return counting(now).stream()
        .filter(event -> rule.inWindow(event, now))
        .mapToLong(event -> event.included)
        .sum();
  }

  Event consume(
      String decision,
      long now,
      OptionalLong expires,
      long cost,
      Optional<Long> includedAllotment) {
    long included =
        includedAllotment
            .map(allotment -> Math.min(cost, Math.max(0, allotment - included(now))))
            .orElse(cost);
    long stretch =
        counting(now).stream()
            .filter(event -> rule.inWindow(event, now))
            .mapToLong(event -> event.stretch)
            .min()
            .orElse(now);
    Event event = new Event(decision, now, expires, stretch, included, cost - included);
    events.add(event);
    return event;
  }

  /** The decisions of the last 35 days that have neither been committed nor cancelled. */
  List<Event> open(long now) {
    long oldest = now - Duration.ofDays(35).toMillis();
    return events.stream().filter(event -> !event.ended && event.moment > oldest).toList();
  }

  private List<Event> counting(long now) {
    return events.stream().filter(event -> event.units() > 0 && !event.expired(now)).toList();
  }

  private static long sum(List<Event> counting, Rule rule, long now) {
    return counting.stream()
        .filter(event -> rule.inWindow(event, now))
        .mapToLong(Event::units)
        .sum();
  }

  /** A rule that is told by which events are in the window. */
  private abstract static class ByEvent implements Rule {
    @Override
    public long used(List<Event> counting, long now) {
      return sum(counting, this, now);
    }
  }

  /** Each unit is back so many milliseconds after it was consumed. */
  static Rule after(long millis) {
    return new ByEvent() {
      @Override
      public boolean inWindow(Event event, long now) {
        return now < event.moment + millis;
      }
    };
  }

  static Rule fromFirstCall(long millis) {
    return new ByEvent() {
      @Override
      public boolean inWindow(Event event, long now) {
        return now < event.stretch + millis;
      }
    };
  }

  /** What was consumed since the present stretch of a calendar began is out. */
  static Rule since(LongUnaryOperator startOfStretch) {
    return new ByEvent() {
      @Override
      public boolean inWindow(Event event, long now) {
        return event.moment >= startOfStretch.applyAsLong(now);
      }
    };
  }

  static Rule bucket(long refill, long perMillis) {
    return new Rule() {
      @Override
      public long used(List<Event> counting, long now) {
        long missingParts = 0;
        long last = 0;
        for (Event event : counting) {
          missingParts = Math.max(0, missingParts - refill * (event.moment - last));
          missingParts += event.units() * perMillis;
          last = event.moment;
        }
        missingParts = Math.max(0, missingParts - refill * (now - last));
        return -Math.floorDiv(-missingParts, perMillis);
      }

      @Override
      public boolean inWindow(Event event, long now) {
        return true;
      }
    };
  }

  static long startOfDays(int days, LocalDate anchor, ZoneId zone, long now) {
    LocalDate first = anchor;
    LocalDate today = ZonedDateTime.ofInstant(Instant.ofEpochMilli(now), zone).toLocalDate();
    while (first.isAfter(today)) {
      first = first.minusDays(days);
    }
    while (!first.plusDays(days).isAfter(today)) {
      first = first.plusDays(days);
    }
    return first.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
