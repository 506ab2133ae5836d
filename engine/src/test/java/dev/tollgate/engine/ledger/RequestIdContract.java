package dev.tollgate.engine.ledger;

import static dev.tollgate.engine.ledger.Calls.allowed;
import static dev.tollgate.engine.ledger.Calls.asRequest;
import static dev.tollgate.engine.ledger.Calls.cancel;
import static dev.tollgate.engine.ledger.Calls.commit;
import static dev.tollgate.engine.ledger.Calls.credits;
import static dev.tollgate.engine.ledger.Calls.denied;
import static dev.tollgate.engine.ledger.Calls.from;
import static dev.tollgate.engine.ledger.Calls.outcome;
import static dev.tollgate.engine.ledger.Calls.take;
import static dev.tollgate.engine.ledger.Calls.used;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The caller's own id makes a retry safe. */
interface RequestIdContract extends LedgerFixture {

  @Test
  default void aRepeatedRequestGetsItsFirstAnswerAndConsumesNothing() {
    Granted first = new Granted(allowed(ledger(), request("d1", "2026-01-01T10:00Z", "same")));

    assertThat(outcome(ledger(), request("d2", "2026-01-01T12:00Z", "same")))
        .isEqualTo(new Outcome.Replayed<>(first));
    assertThat(used(ledger(), credits(0), "2026-01-01T12:00Z")).isEqualTo(30);
    assertThat(ledger().find("d2", OneCounter.moment("2026-01-01T12:00Z"))).isEmpty();
  }

  @Test
  default void aRepeatedRequestIsAnsweredThoughThereIsNoRoomAnyMore() {
    allowed(ledger(), request("d1", "2026-01-01T10:00Z", "same"));
    allowed(ledger(), take("d2", "2026-01-01T10:00Z", credits(70)));

    assertThat(outcome(ledger(), request("d3", "2026-01-01T12:00Z", "same")))
        .isInstanceOf(Outcome.Replayed.class);
  }

  @Test
  default void theSameIdForAnotherRequestIsAConflict() {
    allowed(ledger(), request("d1", "2026-01-01T10:00Z", "one"));

    assertThat(outcome(ledger(), request("d2", "2026-01-01T12:00Z", "another")))
        .isEqualTo(new Outcome.Conflict<>(Outcome.Reason.REQUEST_ID_REUSED));
    assertThat(used(ledger(), credits(0), "2026-01-01T12:00Z")).isEqualTo(30);
  }

  @Test
  default void aRepetitionAfterTheCancelIsAConflict() {
    allowed(ledger(), request("d1", "2026-01-01T10:00Z", "same"));
    cancel(ledger(), "d1", "2026-01-01T11:00Z");

    assertThat(outcome(ledger(), request("d2", "2026-01-01T12:00Z", "same")))
        .isEqualTo(new Outcome.Conflict<>(Outcome.Reason.DECISION_CANCELLED));
  }

  @Test
  default void aRepetitionAfterTheCommitIsAnswered() {
    allowed(ledger(), request("d1", "2026-01-01T10:00Z", "same"));
    commit(ledger(), "d1", "2026-01-01T11:00Z");

    assertThat(outcome(ledger(), request("d2", "2026-01-01T12:00Z", "same")))
        .isInstanceOf(Outcome.Replayed.class);
  }

  @Test
  default void aDeniedRequestIsDecidedAfresh() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(80)));
    denied(ledger(), request("d2", "2026-01-01T11:00Z", "same"));

    allowed(ledger(), request("d2", "2026-01-02T10:00Z", "same"));
  }

  @Test
  default void aDayLaterTheRequestIsForgotten() {
    allowed(ledger(), request("d1", "2026-01-01T10:00Z", "same"));

    assertThat(outcome(ledger(), request("d2", "2026-01-02T09:59:59.999Z", "same")))
        .isInstanceOf(Outcome.Replayed.class);
    allowed(ledger(), request("d3", "2026-01-02T10:00Z", "another"));
    assertThat(outcome(ledger(), request("d4", "2026-01-02T11:00Z", "another")))
        .isInstanceOf(Outcome.Replayed.class);
  }

  @Test
  default void whatIsAnsweredAgainIsToldWithoutDecidingAnything() {
    RequestId same = new RequestId("7f1c", "same");
    Instant noon = OneCounter.moment("2026-01-01T12:00Z");
    assertThat(ledger().answered("crm", "acme", same, noon)).isEmpty();
    Granted first = new Granted(allowed(ledger(), request("d1", "2026-01-01T10:00Z", "same")));

    assertThat(ledger().answered("crm", "acme", same, noon))
        .contains(new Outcome.Replayed<>(first));
    assertThat(ledger().answered("crm", "acme", new RequestId("7f1c", "another"), noon))
        .contains(new Outcome.Conflict<>(Outcome.Reason.REQUEST_ID_REUSED));
    assertThat(ledger().answered("crm", "zylker", same, noon)).isEmpty();
    assertThat(ledger().answered("crm", "acme", same, OneCounter.moment("2026-01-02T10:00Z")))
        .isEmpty();
    cancel(ledger(), "d1", "2026-01-01T11:00Z");
    assertThat(ledger().answered("crm", "acme", same, noon))
        .contains(new Outcome.Conflict<>(Outcome.Reason.DECISION_CANCELLED));
    assertThat(used(ledger(), credits(0), "2026-01-01T12:00Z")).isZero();
  }

  @Test
  default void anIdBelongsToOneAccount() {
    allowed(ledger(), request("d1", "2026-01-01T10:00Z", "same"));
    allowed(ledger(), from("zylker", request("d2", "2026-01-01T10:00Z", "another")));
  }

  private static Take request(String decision, String at, String fingerprint) {
    return asRequest("7f1c", fingerprint, take(decision, at, credits(30)));
  }
}
