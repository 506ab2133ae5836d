package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes of the account acme on a few counters, and what a ledger makes of them. */
final class Calls {

  static final CounterKey CREDITS = new CounterKey("crm", "credits", "acme", List.of());
  static final CounterKey IN_FLIGHT = new CounterKey("crm", "concurrency", "acme", List.of("app"));
  static final CounterKey POOL = new CounterKey("crm", "pool", "", List.of("eu"));

  private Calls() {}

  /** From 100 a day. */
  static Draw credits(long cost) {
    return new Draw(CREDITS, Terms.rollingDay(100), cost);
  }

  /** From 100 a day, of which 40 are included. */
  static Draw billedCredits(long cost) {
    return new Draw(CREDITS, Terms.billedBeyond(40, Terms.rollingDay(100)), cost);
  }

  /** Of five at once. */
  static Draw inFlight(long calls) {
    return new Draw(IN_FLIGHT, Terms.inFlight(Duration.ofMinutes(10), 5), calls);
  }

  /** From 50 a day that all accounts share. */
  static Draw pool(long cost) {
    return new Draw(POOL, Terms.rollingDay(50), cost);
  }

  static Take take(String id, String at, Draw... draws) {
    return new Take(
        "crm",
        "acme",
        id,
        OneCounter.moment(at),
        Optional.empty(),
        List.of(draws),
        Optional.empty());
  }

  /** The same from another account, on its own counters. */
  static Take from(String account, Take take) {
    List<Draw> draws =
        take.draws().stream()
            .map(draw -> new Draw(keyOf(account, draw.key()), draw.terms(), draw.cost()))
            .toList();
    return new Take(
        take.product(),
        account,
        take.decisionId(),
        take.at(),
        take.request(),
        draws,
        take.expires());
  }

  static Take asRequest(String requestId, String fingerprint, Take take) {
    return new Take(
        take.product(),
        take.account(),
        take.decisionId(),
        take.at(),
        Optional.of(new RequestId(requestId, fingerprint)),
        take.draws(),
        take.expires());
  }

  static Take heldUntil(String expires, Take take) {
    return new Take(
        take.product(),
        take.account(),
        take.decisionId(),
        take.at(),
        take.request(),
        take.draws(),
        Optional.of(OneCounter.moment(expires)));
  }

  static Outcome<Granted> outcome(Ledger<Granted, Settled> ledger, Take take) {
    return ledger.take(take, Function.identity());
  }

  static List<Tally> allowed(Ledger<Granted, Settled> ledger, Take take) {
    Outcome<Granted> outcome = outcome(ledger, take);
    assertThat(outcome).isInstanceOf(Outcome.Allowed.class);
    return ((Outcome.Allowed<Granted>) outcome).answer().tallies();
  }

  static Outcome.Denied<Granted> denied(Ledger<Granted, Settled> ledger, Take take) {
    Outcome<Granted> outcome = outcome(ledger, take);
    assertThat(outcome).isInstanceOf(Outcome.Denied.class);
    return (Outcome.Denied<Granted>) outcome;
  }

  static Ended<Settled> commit(
      Ledger<Granted, Settled> ledger, String decision, String at, Draw... draws) {
    Settlement settlement = new Settlement(decision, OneCounter.moment(at), List.of(draws));
    return ledger.commit(settlement, Function.identity());
  }

  static Ended<Settled> cancel(Ledger<Granted, Settled> ledger, String decision, String at) {
    return ledger.cancel(decision, OneCounter.moment(at), Function.identity());
  }

  /** Adjusts the counter of a draw. */
  static Adjusted<Settled> adjust(
      Ledger<Granted, Settled> ledger, String id, String at, Draw counter, long units) {
    Adjustment adjustment =
        new Adjustment(
            id,
            "acme",
            counter.key(),
            counter.terms(),
            units,
            OneCounter.moment(at),
            "goodwill",
            Optional.empty());
    return ledger.adjust(adjustment, Function.identity());
  }

  static List<Settled.Change> changes(Adjusted<Settled> adjusted) {
    assertThat(adjusted).isInstanceOf(Adjusted.Done.class);
    return ((Adjusted.Done<Settled>) adjusted).answer().changes();
  }

  static List<Settled.Change> changes(Ended<Settled> ended) {
    assertThat(ended).isInstanceOf(Ended.Done.class);
    return ((Ended.Done<Settled>) ended).answer().changes();
  }

  static boolean repeated(Ended<Settled> ended) {
    assertThat(ended).isInstanceOf(Ended.Done.class);
    return ((Ended.Done<Settled>) ended).repeated();
  }

  static long used(Ledger<Granted, Settled> ledger, Draw draw, String at) {
    return ledger.look(draw.key(), draw.terms(), OneCounter.moment(at)).used();
  }

  private static CounterKey keyOf(String account, CounterKey key) {
    return key.shared() ? key : new CounterKey(key.product(), key.quota(), account, key.keys());
  }
}
