package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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

  @Test
  void aRetryIsAnsweredAgainThoughThePolicyOfNowWouldRefuseIt() {
    Shop small =
        Shop.selling("calls a with items up to 10\n" + QUOTA).with("acme", StatedProfile.NOTHING);
    CallRequest ten =
        small.request("acme", AskedCall.of("a").with("items", 10)).withRequestId("r1", "ten");
    Decision first = small.decider.consume(ten);
    Instant now = small.clock.instant();
    small.policy.replace(Shop.policy("calls a with items up to 5\n" + QUOTA), now);

    assertThat(small.decider.problemsOfConsume(ten)).isEmpty();
    assertThat(small.decider.consume(ten)).isEqualTo(first.asReplayed());
    CallRequest fresh = ten.withRequestId("r2", "ten");
    assertThat(small.decider.problemsOfConsume(fresh)).hasSize(1);
    assertThat(catchThrowableOfType(InvalidRequest.class, () -> small.decider.consume(fresh)))
        .isNotNull();
  }

  private static final String QUOTA =
      """
      quota q in calls {
        per account
        window rolling 1 hour
        allot 100
        call a costs 1 per item
      }
      """;
}
