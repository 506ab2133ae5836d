package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Check, quote and explain may be asked about another moment than now. */
class OtherMomentTest {

  private static final AskedCall CALL = AskedCall.of("a");
  private static final Instant NEXT_DAY = Instant.parse("2026-01-02T10:00:00Z");

  private final Shop shop =
      Shop.selling(
              """
              calls a
              quota q in calls {
                per account
                window rolling 24 hours
                version old until 2026-01-02 {
                  allot 5
                }
                version new from 2026-01-02 {
                  allot 7
                }
              }
              """)
          .with("acme", StatedProfile.NOTHING);

  private Decision checkAt(Instant at) {
    return shop.decider.check(shop.request("acme", CALL).withAt(at));
  }

  @Test
  void aLaterMomentAssumesNoCallsUntilThen() {
    shop.consume("acme", "q", 5);

    Decision before = checkAt(NEXT_DAY.minusMillis(1));
    Decision then = checkAt(NEXT_DAY);

    assertThat(Shop.state(before, "q").used()).contains(BigDecimal.valueOf(5));
    assertThat(Shop.state(before, "q").limit()).contains(BigDecimal.valueOf(7));
    assertThat(Shop.state(then, "q").used()).contains(BigDecimal.ZERO);
    assertThat(then.at()).isEqualTo(NEXT_DAY);
  }

  @Test
  void anEarlierMomentAnswersTermsOnly() {
    shop.clock.set("2026-01-03T00:00:00Z");
    shop.consume("acme", "q", 7);

    Decision decision = checkAt(Instant.parse("2026-01-01T12:00:00Z"));

    assertThat(decision.allowed()).isTrue();
    assertThat(Shop.state(decision, "q").used()).isEmpty();
    assertThat(Shop.state(decision, "q").remaining()).isEmpty();
    assertThat(Shop.state(decision, "q").limit()).contains(BigDecimal.valueOf(5));
  }

  @Test
  void aStatedProfileIsAskedAboutAnyMoment() {
    ExplainRequest request =
        ExplainRequest.of("p", Asker.inline(StatedProfile.NOTHING))
            .withAt(Instant.parse("2025-06-01T00:00:00Z"));

    Explanation explanation = shop.decider.explain(request);

    assertThat(explanation.quotas().get(0).limit()).contains(BigDecimal.valueOf(5));
    assertThat(explanation.quotas().get(0).until()).contains(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(explanation.account()).isEqualTo(Optional.empty());
  }

  @Test
  void explainSaysWhereAnAllotmentComesFromAndUntilWhen() {
    Shop crm = Shop.crm().with("acme", StatedProfile.ofEdition("starter").withSeats("users", 10));
    crm.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.bought(25_000));

    Explanation explanation = crm.decider.explain(ExplainRequest.of("crm", Asker.stored("acme")));

    assertThat(explanation.edition()).contains("standard");
    Explanation.OfQuota credits = explanation.quotas().get(0);
    assertThat(credits.limit()).contains(BigDecimal.valueOf(32_500));
    assertThat(credits.included()).contains(BigDecimal.valueOf(7_500));
    assertThat(credits.per()).isEqualTo("account");
    assertThat(credits.until()).isEmpty();
    assertThat(credits.parts())
        .extracting(Explanation.Part::kind)
        .containsExactly("allotment", "add-on");
    assertThat(credits.parts().get(0).at().orElseThrow()).hasToString("crm.toll:27");
    assertThat(credits.costs()).hasSize(8);
    assertThat(explanation.quotas().get(1).per()).isEqualTo("account, app");
    Explanation.OfAddOn addOn = explanation.addOns().get(0);
    assertThat(addOn.held()).contains(StatedHolding.bought(25_000));
    assertThat(addOn.most()).contains(BigDecimal.valueOf(92_500));
    assertThat(addOn.perDay().orElseThrow()).hasToString("3.50 USD");
    assertThat(addOn.price()).hasSize(5);
  }

  @Test
  void explainTellsWhichFactsAreMissing() {
    Shop asking =
        Shop.selling(
                """
                fact tier one of gold, silver
                calls a
                quota q in calls {
                  per account
                  window rolling 1 hour
                  allot 10 when tier is gold
                  allot 5 when tier is silver
                }
                """)
            .with("acme", StatedProfile.NOTHING);

    Explanation explanation = asking.decider.explain(ExplainRequest.of("p", Asker.stored("acme")));

    assertThat(explanation.quotas().get(0).missing()).containsExactly("tier");
    assertThat(explanation.quotas().get(0).limit()).isEmpty();
  }
}
