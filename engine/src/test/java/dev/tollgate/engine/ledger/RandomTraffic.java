package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.ledger.PlainLog.Event;
import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Lets one account do what some random steps say, and demands of the ledger after each of them what
 * a plain log of all events answers.
 */
final class RandomTraffic {

  /**
   * One step.
   *
   * @param kind what happens, from 0
   * @param gapMillis how long after the last one
   * @param amount a cost, from 0
   * @param pick which of several things it happens to, from 0
   */
  record Step(int kind, long gapMillis, long amount, int pick) {}

  private static final CounterKey KEY = new CounterKey("crm", "credits", "acme", List.of());
  private static final long START = Instant.parse("2026-03-28T20:00:00Z").toEpochMilli();

  private static final Room.Visitor<OptionalLong> FIRST_MOMENT =
      new Room.Visitor<>() {
        @Override
        public OptionalLong visitAt(Room.At at) {
          return OptionalLong.of(at.instant().toEpochMilli());
        }

        @Override
        public OptionalLong visitNever(Room.Never never) {
          return OptionalLong.empty();
        }

        @Override
        public OptionalLong visitWhenCallsEnd(Room.WhenCallsEnd whenCallsEnd) {
          return OptionalLong.of(whenCallsEnd.atTheLatest().toEpochMilli());
        }
      };

  private final Ledger<Granted, Settled> ledger = new InMemoryLedger<>();
  private final PlainLog log;
  private final List<CounterTerms> allTerms;
  private CounterTerms terms;
  private long now = START;
  private int decisions;

  /**
   * @param allTerms those that apply in turn; the first ones at the beginning
   */
  RandomTraffic(PlainLog.Rule rule, List<CounterTerms> allTerms) {
    this.log = new PlainLog(rule);
    this.allTerms = allTerms;
    this.terms = allTerms.get(0);
  }

  CounterTerms terms() {
    return terms;
  }

  void run(List<Step> steps) {
    for (Step step : steps) {
      now += step.gapMillis();
      List<Event> open = log.open(now);
      if (step.kind() < 4 || open.isEmpty()) {
        consume(step.amount(), OptionalLong.empty());
      } else if (step.kind() == 4) {
        terms = allTerms.get(step.pick() % allTerms.size());
      } else if (step.kind() == 5) {
        consume(step.amount(), OptionalLong.of(now + 1 + step.pick() % 50));
      } else if (step.kind() == 6) {
        cancel(open.get(step.pick() % open.size()));
      } else {
        settle(open.get(step.pick() % open.size()), step.amount());
      }
      check(step);
    }
  }

  private void consume(long cost, OptionalLong expires) {
    decisions++;
    String decision = "decision " + decisions;
    Take take =
        new Take(
            "crm",
            "acme",
            decision,
            at(now),
            Optional.empty(),
            List.of(new Draw(KEY, terms, cost)),
            expires.isPresent() ? Optional.of(at(expires.getAsLong())) : Optional.empty());
    Outcome<Granted> outcome = ledger.take(take, Function.identity());
    long used = log.used(now);
    if (!hasRoom(cost, now)) {
      Shortage shortage = ((Outcome.Denied<Granted>) outcome).shortages().get(0);
      assertThat(shortage.missing()).isEqualTo(used + cost - terms.ceiling());
      checkRoom(shortage.room(), cost);
      return;
    }
    Tally tally = ((Outcome.Allowed<Granted>) outcome).answer().tallies().get(0);
    Event event = log.consume(decision, now, expires, cost, includedAllotment());
    assertThat(tally.usedBefore()).isEqualTo(used);
    assertThat(tally.included()).isEqualTo(event.included);
    assertThat(tally.billed()).isEqualTo(event.billed);
    assertThat(tally.after().used()).isEqualTo(used + cost);
  }

  private void cancel(Event event) {
    assertThat(ledger.cancel(event.decision, at(now), Function.identity()))
        .isInstanceOf(Ended.Done.class);
    event.takeOff(event.units());
    event.ended = true;
  }

  private void settle(Event event, long cost) {
    Settlement settlement =
        new Settlement(event.decision, at(now), List.of(new Draw(KEY, terms, cost)));
    Ended<Settled> ended = ledger.commit(settlement, Function.identity());
    boolean inFlight = terms.window() instanceof Window.InFlight;
    long kept = inFlight ? 0 : cost;
    long standing = event.expired(now) ? 0 : event.units();
    long excess = Math.max(0, kept - standing);
    if (!hasRoom(excess, now)) {
      assertThat(ended).isInstanceOf(Ended.Unsettled.class);
      return;
    }
    assertThat(ended).isInstanceOf(Ended.Done.class);
    event.takeOff(event.units() - Math.min(kept, standing));
    event.ended = true;
    if (excess > 0) {
      log.consume(event.decision, now, OptionalLong.empty(), excess, includedAllotment()).ended =
          true;
    }
  }

  private void check(Step step) {
    Standing standing = ledger.look(KEY, terms, at(now));
    assertThat(standing.used()).isEqualTo(log.used(now));
    if (!(terms.window() instanceof Window.Bucket)) {
      assertThat(standing.includedUsed()).isEqualTo(log.included(now));
    }
    standing.nextReturn().ifPresent(this::checkReturn);
    long later = now + step.pick();
    assertThat(ledger.look(KEY, terms, at(later)).used()).isEqualTo(log.used(later));
    checkRoom(ledger.room(KEY, terms, step.amount(), at(now)), step.amount());
  }

  /** Until it comes nothing comes, and then it comes. */
  private void checkReturn(NextReturn next) {
    long moment = next.at().toEpochMilli();
    assertThat(moment).isGreaterThan(now);
    assertThat(log.used(moment - 1)).isEqualTo(log.used(now));
    assertThat(log.used(moment)).isEqualTo(log.used(now) - next.amount());
  }

  /**
   * Units only come back as time goes on, so the moment before the first one with room has none.
   */
  private void checkRoom(Room room, long cost) {
    OptionalLong first = room.accept(FIRST_MOMENT);
    assertThat(first.isPresent()).isEqualTo(cost <= terms.ceiling());
    if (first.isPresent()) {
      long moment = first.getAsLong();
      assertThat(moment).isGreaterThanOrEqualTo(now);
      assertThat(hasRoom(cost, moment)).as("room at %s", moment).isTrue();
      assertThat(moment > now && hasRoom(cost, moment - 1)).as("room before").isFalse();
    }
  }

  private boolean hasRoom(long cost, long moment) {
    return cost == 0 || log.used(moment) + cost <= terms.ceiling();
  }

  private Optional<Long> includedAllotment() {
    return terms.billed() ? Optional.of(terms.included()) : Optional.empty();
  }

  private static Instant at(long moment) {
    return Instant.ofEpochMilli(moment);
  }
}
