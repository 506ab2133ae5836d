package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What happens beyond the limit, as the policy says. */
class BeyondTest {

  private static final AskedCall CALL = AskedCall.of("a");

  private static Shop beyond(String clauses) {
    return Shop.selling(
            """
            fact trusted yes or no, unless stated no
            calls a
            quota q in calls {
              per account
              window rolling 1 hour
              allot 10
              %s
            }
            """
                .formatted(clauses))
        .with("acme", StatedProfile.NOTHING)
        .with("friend", StatedProfile.NOTHING.withFact("trusted", Stated.yesOrNo(true)));
  }

  private static int allowed(Shop shop, String account) {
    int allowed = 0;
    while (allowed < 100 && shop.consume(account, CALL).allowed()) {
      allowed++;
    }
    return allowed;
  }

  @Test
  void tenPercentMoreIsAllowedAndThenDenied() {
    Shop shop = beyond("allow up to 10% more, then deny LATE \"slow down\"");

    assertThat(allowed(shop, "acme")).isEqualTo(11);
    Denied denied = shop.consume("acme", CALL).denied().orElseThrow();
    assertThat(denied.code()).isEqualTo("LATE");
    assertThat(denied.limit()).isEqualTo(BigDecimal.valueOf(11));
  }

  @Test
  void aPartOfAUnitIsNotAllowedBeyond() {
    assertThat(allowed(beyond("allow up to 19% more, then deny LATE \"slow down\""), "acme"))
        .isEqualTo(11);
  }

  @Test
  void whatLiesBeyondIsReported() {
    Shop shop = beyond("allow up to 10% more, then deny LATE \"slow down\"");
    shop.consume("acme", "q", 9);

    assertThat(Shop.state(shop.consume("acme", CALL), "q").beyond()).isEmpty();
    QuotaState state = Shop.state(shop.consume("acme", CALL), "q");
    assertThat(state.beyond()).contains(BigDecimal.ONE);
    assertThat(state.limit()).contains(BigDecimal.TEN);
    assertThat(state.remaining()).contains(BigDecimal.ZERO);
  }

  @Test
  void allowAndReportIsMeasuredAndNeverEnforced() {
    assertThat(allowed(beyond("allow and report"), "acme")).isEqualTo(100);
  }

  @Test
  void theFirstClauseWhoseConditionHoldsDecides() {
    Shop shop = beyond("allow and report when trusted is yes\n  deny LATE \"slow down\"");

    assertThat(allowed(shop, "friend")).isEqualTo(100);
    assertThat(allowed(shop, "acme")).isEqualTo(10);
  }

  @Test
  void aClauseAppliesInItsStretchOfTimeAlone() {
    Shop shop = beyond("allow and report until 2026-01-02\n  deny LATE \"slow down\"");
    assertThat(allowed(shop, "acme")).isEqualTo(100);

    shop.clock.set("2026-01-02T00:00:00Z");
    assertThat(allowed(shop, "acme")).isEqualTo(10);
  }

  @Test
  void theEndOfAnEnforcementIsAKnownChange() {
    Shop shop = beyond("deny LATE \"slow down\" until 2026-01-01T10:20Z\n  allow and report");
    allowed(shop, "acme");

    assertThat(shop.consume("acme", CALL).denied().orElseThrow().retryAt().orElseThrow())
        .hasToString("2026-01-01T10:20:00Z");
  }
}
