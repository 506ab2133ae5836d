package dev.tollgate.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventsTest {

  private final Till till = Till.open();

  private void consume(String at, long credits) {
    till.clock.set(at);
    assertThat(till.consume(credits).allowed()).isTrue();
  }

  /** Crossings in short: {@code 10:00 80% at 80 of 100}. */
  private List<String> crossings() {
    return till.records.events.stream()
        .map(
            event -> {
              Event.ThresholdCrossed crossed = (Event.ThresholdCrossed) event.detail();
              return "%s %s%% at %s of %s"
                  .formatted(
                      event.at().toString().substring(11, 16),
                      crossed.percent().toPlainString(),
                      crossed.used().toPlainString(),
                      crossed.available().orElseThrow().toPlainString());
            })
        .toList();
  }

  /**
   * The example of the sources: 80 % reached at 10:00, left, reached again at 20:00 sends nothing;
   * 90 % at 15:00 does.
   */
  @Test
  void aThresholdIsCrossedOnceInAWindow() {
    consume("2026-01-01T15:30:00Z", 30);
    consume("2026-01-02T10:00:00Z", 50);
    assertThat(crossings()).containsExactly("10:00 80% at 80 of 100");

    consume("2026-01-02T15:00:00Z", 10);
    assertThat(crossings()).containsExactly("10:00 80% at 80 of 100", "15:00 90% at 90 of 100");

    // 30 came back at 15:30, so that 80 % was left.
    consume("2026-01-02T20:00:00Z", 20);
    assertThat(crossings()).hasSize(2);

    consume("2026-01-03T10:00:00Z", 50);
    assertThat(crossings().subList(2, crossings().size()))
        .containsExactly("10:00 80% at 80 of 100");
  }

  @Test
  void oneCallCanCrossSeveralAndNamesItsDecision() {
    String id = till.consume(100).decisionId().orElseThrow();

    assertThat(crossings())
        .containsExactly(
            "10:00 80% at 100 of 100", "10:00 90% at 100 of 100", "10:00 100% at 100 of 100");
    Event.ThresholdCrossed first = (Event.ThresholdCrossed) till.records.events.get(0).detail();
    assertThat(first.decisionId()).isEqualTo(id);
    assertThat(first.quota()).isEqualTo("credits");
    assertThat(first.window()).isEqualTo("rolling 24 hours");
  }

  @Test
  void aChangedAccountTellsWhatChangedAndNothingElse() {
    Instant now = till.clock.instant();
    Account first = till.changes.get("p", "acme");
    Account holding = till.changes.putAddOn("p", "acme", "extra", StatedHolding.used(7));
    till.clock.set("2026-01-02T00:00:00Z");
    Account same = till.changes.putAddOn("p", "acme", "extra", StatedHolding.used(7));
    Account moved =
        till.changes.putProfile(
            "p", "acme", StatedProfile.ofEdition("basic").withZone("Asia/Tokyo"), Optional.empty());

    assertThat(AccountEvents.of(Optional.empty(), first, now))
        .extracting(Event::detail)
        .containsExactly(
            new Event.ProfileChanged(
                now, Optional.empty(), Optional.of(StatedProfile.ofEdition("basic"))));
    assertThat(AccountEvents.of(Optional.of(first), holding, now))
        .extracting(Event::detail)
        .containsExactly(
            new Event.AddOnChanged("extra", Optional.empty(), Optional.of(StatedHolding.used(7))));
    Instant later = till.clock.instant();
    assertThat(AccountEvents.of(Optional.of(holding), same, later)).isEmpty();
    assertThat(AccountEvents.of(Optional.of(same), moved, later))
        .extracting(Event::detail)
        .containsExactly(
            new Event.ProfileChanged(
                later,
                Optional.of(StatedProfile.ofEdition("basic")),
                Optional.of(StatedProfile.ofEdition("basic").withZone("Asia/Tokyo"))));

    till.changes.delete("p", "acme");
    Account deleted = till.changes.everKnown("p", "acme");
    assertThat(AccountEvents.of(Optional.of(moved), deleted, later))
        .extracting(Event::detail)
        .containsExactly(
            new Event.ProfileChanged(later, moved.profileAt(later), Optional.empty()),
            new Event.AddOnChanged("extra", Optional.of(StatedHolding.used(7)), Optional.empty()));
  }
}
