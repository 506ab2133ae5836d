package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A request id makes a retry safe. */
class ReplayTest {

  private static final AskedCall LIST = AskedCall.of("users.list");

  private final Shop shop =
      Shop.crm()
          .with("acme", StatedProfile.ofEdition("free"))
          .with("other", StatedProfile.ofEdition("free"));

  private final CallRequest request = shop.request("acme", LIST).withRequestId("r1", "body");

  @Test
  void anAllowedDecisionIsAnsweredAgainAndCountsOnce() {
    Decision first = shop.decider.consume(request);
    shop.clock.pass(Duration.ofHours(1));

    Decision again = shop.decider.consume(request);

    assertThat(first.replayed()).isFalse();
    assertThat(again).isEqualTo(first.asReplayed());
    assertThat(shop.standing("acme", "credits", LIST).used()).contains(BigDecimal.ONE);
  }

  @Test
  void aDeniedDecisionIsDecidedAfresh() {
    shop.consume("acme", "credits", 5_000);
    assertThat(shop.decider.consume(request).allowed()).isFalse();
    shop.clock.pass(Duration.ofHours(24));

    Decision afresh = shop.decider.consume(request);

    assertThat(afresh.allowed()).isTrue();
    assertThat(afresh.replayed()).isFalse();
  }

  @Test
  void theSameIdWithAnotherBodyIsAConflict() {
    shop.decider.consume(request);

    assertThat(
            catchThrowableOfType(
                    Conflict.class,
                    () -> shop.decider.consume(request.withRequestId("r1", "another")))
                .code())
        .isEqualTo(Conflict.Code.REQUEST_ID_REUSED);
  }

  @Test
  void aReplayAfterACancelIsAConflict() {
    shop.decider.cancel(shop.decider.consume(request).decisionId().orElseThrow());

    assertThat(catchThrowableOfType(Conflict.class, () -> shop.decider.consume(request)).code())
        .isEqualTo(Conflict.Code.DECISION_CANCELLED);
  }

  @Test
  void theScopeOfAnIdIsOneAccount() {
    shop.decider.consume(request);

    Decision other = shop.decider.consume(shop.request("other", LIST).withRequestId("r1", "body"));

    assertThat(other.replayed()).isFalse();
  }

  @Test
  void anIdIsForgottenAfter24Hours() {
    shop.decider.consume(request);
    shop.clock.pass(Duration.ofHours(24));

    assertThat(shop.decider.consume(request).replayed()).isFalse();
  }
}
