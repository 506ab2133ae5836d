package dev.tollgate.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Commit;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.UnitsRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was used, by what. */
class UsageTest {

  private final Till till = Till.open();

  private List<String> usage(String... by) {
    AccountBook.Used used =
        till.book.usage("p", "acme", Till.days("2026-01-01", "2026-01-31"), List.of(by));
    return used.rows().stream()
        .map(
            row ->
                row.by().values().stream()
                        .map(value -> value.orElse("-"))
                        .collect(Collectors.joining(" "))
                    + ": "
                    + row.calls()
                    + " calls, "
                    + row.included().toPlainString()
                    + " + "
                    + row.billed().toPlainString()
                    + " "
                    + row.unit()
                    + row.money())
        .toList();
  }

  @Test
  void itIsToldByCallDayAndKey() {
    till.consume(5);
    till.decider.consume(CallRequest.of("p", Asker.stored("acme"), AskedCall.of("ping")));
    till.clock.set("2026-01-02T00:00:00Z");
    till.consume(7);

    assertThat(usage()).containsExactly(": 3 calls, 13 + 0 credits[]");
    assertThat(usage("quota")).isEqualTo(usage());
    assertThat(usage("call"))
        .containsExactly("ping: 1 calls, 1 + 0 credits[]", "work: 2 calls, 12 + 0 credits[]");
    assertThat(usage("app"))
        .containsExactly("-: 1 calls, 1 + 0 credits[]", "erp: 2 calls, 12 + 0 credits[]");
    assertThat(usage("day", "call"))
        .containsExactly(
            "2026-01-01 ping: 1 calls, 1 + 0 credits[]",
            "2026-01-01 work: 1 calls, 5 + 0 credits[]",
            "2026-01-02 work: 1 calls, 7 + 0 credits[]");
  }

  @Test
  void itSaysWhichPartWasIncludedAndWhatTheRestCost() {
    till.changes.putAddOn("p", "acme", "extra", StatedHolding.used(1_000));
    till.consume(90);
    till.consume(22);

    assertThat(usage("call")).containsExactly("work: 2 calls, 100 + 12 credits[5.60 USD]");
  }

  @Test
  void whatWasCancelledIsNotUsedAndWasNotACall() {
    till.changes.putAddOn("p", "acme", "extra", StatedHolding.used(1_000));
    till.consume(90);
    till.decider.cancel(till.consume(22).decisionId().orElseThrow());

    assertThat(usage("call")).containsExactly("work: 1 calls, 90 + 0 credits[0.00 USD]");
  }

  @Test
  void aHoldIsACallOnceItIsCommittedAndForWhatItCost() {
    String id =
        till.decider
            .reserve(till.work(40), Map.of("credits", BigDecimal.valueOf(40)), 60)
            .decisionId()
            .orElseThrow();
    till.decider.reserve(till.work(40), Map.of("credits", BigDecimal.valueOf(40)), 60);
    assertThat(usage()).isEmpty();

    till.decider.commit(id, new Commit.WithCost(Map.of("credits", BigDecimal.valueOf(45))));

    assertThat(usage("call")).containsExactly("work: 1 calls, 45 + 0 credits[]");
  }

  @Test
  void unitsConsumedOutrightAreOfNoCall() {
    till.decider.consumeUnits(
        UnitsRequest.of("p", "acme", Map.of("credits", BigDecimal.valueOf(3))));

    assertThat(usage("call", "app")).containsExactly("- -: 1 calls, 3 + 0 credits[]");
  }

  @Test
  void whatIsNotKeptAnyMoreIsRefusedAndNotToldAsNothing() {
    assertThat(
            till.book.usage("p", "acme", Till.days("2023-10-24", "2023-11-30"), List.of()).rows())
        .isEmpty();
    assertThatThrownBy(
            () -> till.book.usage("p", "acme", Till.days("2023-10-23", "2023-11-30"), List.of()))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("usage is kept for 800 days: since 2023-10-24");
  }

  @Test
  void whatItCannotBeToldByIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> usage("aps"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("/query/by")
        .hasMessageContaining("did you mean `app`?");
    assertThatThrownBy(() -> usage("call", "call"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("twice");
  }
}
