package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One account that draws on one counter, for tests that tell what happens when. */
final class OneCounter {

  private static final CounterKey KEY = new CounterKey("crm", "credits", "acme", List.of());

  private final Ledger<Granted, Settled> ledger = new InMemoryLedger<>();
  private CounterTerms terms;
  private int decisions;

  OneCounter(CounterTerms terms) {
    this.terms = terms;
  }

  static Instant moment(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** From now on these terms apply. */
  void comesUnder(CounterTerms newTerms) {
    terms = newTerms;
  }

  /** Consumes, which must be allowed; the decision's id. */
  String consumes(long cost, String at) {
    tally(cost, at);
    return "decision " + decisions;
  }

  /** Consumes, which must be allowed; what that came to. */
  Tally tally(long cost, String at) {
    Outcome<Granted> outcome = take(cost, at, Optional.empty());
    assertThat(outcome).as(cost + " at " + at).isInstanceOf(Outcome.Allowed.class);
    return ((Outcome.Allowed<Granted>) outcome).answer().tallies().get(0);
  }

  /** Consumes if that is allowed; whether it was. */
  boolean tries(long cost, String at) {
    return take(cost, at, Optional.empty()) instanceof Outcome.Allowed;
  }

  /** Reserves, which must be allowed; the decision's id. */
  String holds(long cost, String at, String until) {
    Outcome<Granted> outcome = take(cost, at, Optional.of(moment(until)));
    assertThat(outcome).as(cost + " at " + at).isInstanceOf(Outcome.Allowed.class);
    return "decision " + decisions;
  }

  /** Tries to consume, which must be denied. */
  Shortage isDenied(long cost, String at) {
    Outcome<Granted> outcome = take(cost, at, Optional.empty());
    assertThat(outcome).as(cost + " at " + at).isInstanceOf(Outcome.Denied.class);
    return ((Outcome.Denied<Granted>) outcome).shortages().get(0);
  }

  /** Tries to consume, which must be denied, and would have been until exactly {@code until}. */
  void isDenied(long cost, String at, String until) {
    Room.At back = new Room.At(moment(until));
    assertThat(isDenied(cost, at).room()).isEqualTo(back);
    assertThat(ledger.room(KEY, terms, cost, back.instant().minusMillis(1))).isEqualTo(back);
    assertThat(ledger.room(KEY, terms, cost, back.instant())).isEqualTo(back);
  }

  void cancels(String decision, String at) {
    assertThat(ledger.cancel(decision, moment(at), Function.identity()))
        .isInstanceOf(Ended.Done.class);
  }

  /** Settles at another cost, which must be possible. */
  Settled.Change settles(String decision, long cost, String at) {
    Settlement settlement =
        new Settlement(decision, moment(at), List.of(new Draw(KEY, terms, cost)));
    Ended<Settled> ended = ledger.commit(settlement, Function.identity());
    assertThat(ended).isInstanceOf(Ended.Done.class);
    return ((Ended.Done<Settled>) ended).answer().changes().get(0);
  }

  Ended<Settled> commits(String decision, String at) {
    return ledger.commit(Settlement.asDecided(decision, moment(at)), Function.identity());
  }

  long used(String at) {
    return look(at).used();
  }

  long remaining(String at) {
    return look(at).remaining(terms.available());
  }

  Standing look(String at) {
    return ledger.look(KEY, terms, moment(at));
  }

  Room room(long cost, String at) {
    return ledger.room(KEY, terms, cost, moment(at));
  }

  Optional<NextReturn> nextReturn(String at) {
    return look(at).nextReturn();
  }

  static Optional<NextReturn> back(long amount, String at) {
    return Optional.of(new NextReturn(moment(at), amount));
  }

  private Outcome<Granted> take(long cost, String at, Optional<Instant> expires) {
    decisions++;
    Take take =
        new Take(
            KEY.product(),
            KEY.account(),
            "decision " + decisions,
            moment(at),
            Optional.empty(),
            List.of(new Draw(KEY, terms, cost)),
            expires);
    return ledger.take(take, Function.identity());
  }
}
