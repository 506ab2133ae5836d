package dev.tollgate.engine.ledger;

import static dev.tollgate.engine.ledger.Calls.allowed;
import static dev.tollgate.engine.ledger.Calls.credits;
import static dev.tollgate.engine.ledger.Calls.from;
import static dev.tollgate.engine.ledger.Calls.pool;
import static dev.tollgate.engine.ledger.Calls.take;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InMemoryLedgerTest extends LedgerContract {

  private final InMemoryLedger<Granted, Settled> ledger = new InMemoryLedger<>();

  @Override
  public Ledger<Granted, Settled> ledger() {
    return ledger;
  }

  @Test
  void countersInWhichNothingIsUsedAnyMoreTakeNoMemory() {
    for (int account = 0; account < 2_000; account++) {
      allowed(
          ledger, from("idle" + account, take("idle" + account, "2026-01-01T10:00Z", credits(1))));
    }
    assertThat(ledger.counters()).isEqualTo(2_000);

    for (int call = 0; call < 20_000; call++) {
      allowed(
          ledger, from("busy" + call % 300, take("busy" + call, "2026-01-03T10:00Z", credits(1))));
    }
    assertThat(ledger.counters()).isEqualTo(300);
  }

  @Test
  void countersInWhichSomethingIsUsedAreKept() {
    allowed(ledger, take("d1", "2026-01-01T10:00Z", credits(1), pool(1)));
    for (int call = 0; call < 20_000; call++) {
      allowed(
          ledger, from("busy" + call % 300, take("busy" + call, "2026-01-02T09:59Z", credits(1))));
    }
    assertThat(ledger.counters()).isEqualTo(302);
  }

  @Test
  void lookingTakesNoMemory() {
    Calls.used(ledger, credits(0), "2026-01-01T10:00Z");
    Calls.denied(ledger, take("d1", "2026-01-01T10:00Z", credits(101)));
    assertThat(ledger.counters()).isZero();
  }
}
