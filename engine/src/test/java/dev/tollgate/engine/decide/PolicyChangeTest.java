package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Policy;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another policy takes over unless it pulls the ground from under accounts. */
class PolicyChangeTest {

  private static final AskedCall CALL = AskedCall.of("a");

  private static final String TEXT =
      """
      key app
      edition small
      edition large
      calls a
      quota q in calls {
        per account
        window rolling 24 hours
        allot any edition 10
      }
      """;

  private final Shop shop =
      Shop.selling(TEXT)
          .with("acme", StatedProfile.ofEdition("small"))
          .with("other", StatedProfile.ofEdition("small"));

  private final PolicyChange change = new PolicyChange(shop.policy, shop.accounts, shop.clock);

  private List<PolicyChange.Refusal> replace(String from, String to) {
    Policy candidate = Shop.policy(TEXT.replace(from, to));
    String before = shop.policy.current().policy().hash();
    List<PolicyChange.Refusal> refusals = change.replace(candidate);
    assertThat(shop.policy.current().policy().hash())
        .isEqualTo(refusals.isEmpty() ? candidate.hash() : before);
    return refusals;
  }

  @Test
  void anotherLimitAppliesAtOnceAndWhatWasUsedStaysUsed() {
    shop.consume("acme", "q", 10);
    assertThat(shop.consume("acme", CALL).allowed()).isFalse();

    assertThat(replace("edition 10", "edition 12")).isEmpty();

    Decision decision = shop.consume("acme", CALL);
    assertThat(decision.allowed()).isTrue();
    assertThat(Shop.state(decision, "q").remaining()).contains(BigDecimal.ONE);
    assertThat(decision.policy()).isEqualTo(shop.policy.current().policy().hash());
  }

  @Test
  void aWindowThatChangesIsRefusedWithTheNumberOfAccounts() {
    assertThat(replace("rolling 24 hours", "rolling 12 hours"))
        .containsExactly(
            new PolicyChange.Refusal(
                "quota p.q changes its window from rolling 24 hours to rolling 12 hours", 2));
  }

  @Test
  void aCounterThatBecomesSomebodyElsesIsRefused() {
    assertThat(replace("per account", "per account, app"))
        .extracting(PolicyChange.Refusal::text)
        .containsExactly("quota p.q changes whose counter it is");
  }

  @Test
  void aWindowMayRestartFromItsDateOn() {
    String restarted = "window rolling 12 hours\n  restarts at 2026-01-02";

    assertThat(replace("window rolling 24 hours", restarted)).hasSize(1);
    shop.clock.set("2026-01-02T00:00:00Z");
    assertThat(replace("window rolling 24 hours", restarted)).isEmpty();
  }

  @Test
  void aQuotaThatIsDroppedIsRefused() {
    assertThat(replace("quota q ", "quota r "))
        .containsExactly(
            new PolicyChange.Refusal("quota p.q is dropped, and no other says `was q`", 2));
  }

  @Test
  void aRenamedQuotaGoesOnWithItsCounters() {
    shop.consume("acme", "q", 4);

    assertThat(replace("quota q in calls {", "quota r in calls {\n  was q")).isEmpty();

    assertThat(shop.standing("acme", "r", CALL).used()).contains(BigDecimal.valueOf(4));
  }

  @Test
  void onlyAnEditionInUseIsMissed() {
    assertThat(replace("edition large\n", "")).isEmpty();
    assertThat(replace("edition small\n", ""))
        .containsExactly(new PolicyChange.Refusal("edition small of p is dropped", 2));
  }

  @Test
  void anEditionMayBeRenamedWhenTheOldNameStillLeadsToIt() {
    assertThat(replace("edition small", "edition tiny also small")).isEmpty();

    assertThat(shop.consume("acme", CALL).allowed()).isTrue();
  }

  @Test
  void aProductThatIsDroppedIsRefused() {
    Policy other = Shop.crm().policy.current().policy();

    assertThat(change.refusals(other))
        .containsExactly(new PolicyChange.Refusal("product p is dropped", 2));
  }

  @Test
  void whereThereIsNoAccountEverythingMayChange() {
    shop.changes.delete("p", "acme");
    shop.changes.delete("p", "other");

    assertThat(replace("rolling 24 hours", "calendar day in UTC")).isEmpty();
  }
}
