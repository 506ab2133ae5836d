package dev.tollgate.engine.ledger;

import static dev.tollgate.engine.ledger.Calls.CREDITS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Window.CalendarUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clocks that are set. The moments in these tests are what the wall clock says, which is what
 * callers are told; the time that has really passed is the difference of the drifts less.
 */
class DriftTest {

  private static final long HOUR = Duration.ofHours(1).toMillis();

  private long drift;
  private final Ledger<Granted, Settled> ledger = new InMemoryLedger<>(wallMillis -> drift);
  private int decisions;

  static List<CounterTerms> bySteadyTime() {
    return List.of(
        Terms.rollingDay(100),
        Terms.fromFirstCall(Duration.ofHours(24), 100),
        Terms.inFlight(Duration.ofHours(24), 100));
  }

  static List<CounterTerms> byCalendar() {
    return List.of(
        Terms.calendar(CalendarUnit.DAY, ZoneOffset.UTC, 100),
        Terms.everyFrom(1, LocalDate.EPOCH, ZoneOffset.UTC, 100));
  }

  @ParameterizedTest
  @MethodSource("bySteadyTime")
  void unitsComeBackWhenTheTimeHasPassedThoughTheClockWasSetForward(CounterTerms terms) {
    consumes(terms, 100, "2026-01-01T10:00Z");
    drift = HOUR;

    assertThat(used(terms, "2026-01-02T10:59:59.999Z")).isEqualTo(100);
    assertThat(used(terms, "2026-01-02T11:00Z")).isZero();
    assertThat(firstRoom(terms, "2026-01-01T12:00Z"))
        .isEqualTo(OneCounter.moment("2026-01-02T11:00Z"));
  }

  @ParameterizedTest
  @MethodSource("bySteadyTime")
  void unitsComeBackWhenTheTimeHasPassedThoughTheClockStoodStill(CounterTerms terms) {
    consumes(terms, 100, "2026-01-01T10:00Z");
    drift = -HOUR;

    assertThat(used(terms, "2026-01-02T08:59:59.999Z")).isEqualTo(100);
    assertThat(used(terms, "2026-01-02T09:00Z")).isZero();
  }

  @ParameterizedTest
  @MethodSource("byCalendar")
  void aCalendarFollowsTheWallClock(CounterTerms terms) {
    consumes(terms, 100, "2026-01-01T10:00Z");
    drift = HOUR;

    assertThat(used(terms, "2026-01-01T23:59:59.999Z")).isEqualTo(100);
    assertThat(used(terms, "2026-01-02T00:00Z")).isZero();
    assertThat(firstRoom(terms, "2026-01-01T12:00Z"))
        .isEqualTo(OneCounter.moment("2026-01-02T00:00Z"));
  }

  @Test
  void aBucketFillsWithTheTimeThatPasses() {
    CounterTerms bucket = Terms.bucket(10, 1, Duration.ofMinutes(1));
    consumes(bucket, 10, "2026-01-01T10:00Z");
    drift = HOUR;

    assertThat(used(bucket, "2026-01-01T11:04Z")).isEqualTo(6);
  }

  @Test
  void theNextReturnIsToldByTheWallClock() {
    CounterTerms day = Terms.rollingDay(100);
    consumes(day, 60, "2026-01-01T10:00Z");
    drift = HOUR;
    Standing standing = ledger.look(CREDITS, day, OneCounter.moment("2026-01-01T12:00Z"));

    assertThat(standing.nextReturn()).isEqualTo(OneCounter.back(60, "2026-01-02T11:00Z"));
  }

  @Test
  void aHoldExpiresWhenItsTimeHasPassedWhateverTheWindow() {
    for (CounterTerms terms : List.of(bySteadyTime().get(0), byCalendar().get(0))) {
      drift = 0;
      CounterKey key = new CounterKey("crm", terms.window().text(), "acme", List.of());
      String hold = holds(key, terms, 80, "2026-01-01T10:00Z", "2026-01-01T10:05Z");
      drift = HOUR;

      assertThat(used(key, terms, "2026-01-01T11:04:59.999Z")).isEqualTo(80);
      assertThat(state(hold, "2026-01-01T11:04:59.999Z")).isEqualTo(Recorded.State.OPEN);
      Room room = ledger.room(key, terms, 30, OneCounter.moment("2026-01-01T11:01Z"));
      assertThat(room).isEqualTo(new Room.At(OneCounter.moment("2026-01-01T11:05Z")));
      assertThat(used(key, terms, "2026-01-01T11:05Z")).isZero();
      assertThat(state(hold, "2026-01-01T11:05Z")).isEqualTo(Recorded.State.EXPIRED);
    }
  }

  @Test
  void aHoldOnACalendarIsCommittedInTimeByTheTimeThatHasPassed() {
    CounterTerms day = byCalendar().get(0);
    String hold = holds(CREDITS, day, 80, "2026-01-01T10:00Z", "2026-01-01T10:05Z");
    drift = HOUR;
    Calls.changes(Calls.commit(ledger, hold, "2026-01-01T11:04Z", new Draw(CREDITS, day, 60)));

    assertThat(used(day, "2026-01-01T11:06Z")).isEqualTo(60);
  }

  @Test
  void billedUnitsBelongToTheDayOfTheWallClock() {
    drift = 3 * HOUR;
    CounterTerms billed = Terms.billedBeyond(0, Terms.rollingDay(100));
    Tally tally = consumes(billed, 10, "2026-01-02T01:00Z");

    assertThat(tally.day()).isEqualTo(Terms.billed(LocalDate.parse("2026-01-02"), 0, 10));
  }

  private Tally consumes(CounterTerms terms, long cost, String at) {
    return take(CREDITS, terms, cost, at, Optional.empty());
  }

  private String holds(CounterKey key, CounterTerms terms, long cost, String at, String until) {
    take(key, terms, cost, at, Optional.of(OneCounter.moment(until)));
    return "d" + decisions;
  }

  private Tally take(
      CounterKey key, CounterTerms terms, long cost, String at, Optional<Instant> expires) {
    decisions++;
    Take take =
        new Take(
            "crm",
            "acme",
            "d" + decisions,
            OneCounter.moment(at),
            Optional.empty(),
            List.of(new Draw(key, terms, cost)),
            expires);
    return Calls.allowed(ledger, take).get(0);
  }

  private long used(CounterTerms terms, String at) {
    return used(CREDITS, terms, at);
  }

  private long used(CounterKey key, CounterTerms terms, String at) {
    return ledger.look(key, terms, OneCounter.moment(at)).used();
  }

  private Recorded.State state(String decision, String at) {
    return ledger.find(decision, OneCounter.moment(at)).orElseThrow().state();
  }

  private Instant firstRoom(CounterTerms terms, String at) {
    Room room = ledger.room(CREDITS, terms, 1, OneCounter.moment(at));
    return room instanceof Room.At known
        ? known.instant()
        : ((Room.WhenCallsEnd) room).atTheLatest();
  }
}
