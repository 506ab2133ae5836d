package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call is allowed when every quota has room, and then counts in all of them. */
class ConsumeTest {

  private static final AskedCall INSERT = AskedCall.of("records.insert").with("records", 25);
  private static final AskedCall LIST = AskedCall.of("users.list");

  private final Shop shop =
      Shop.crm().with("acme", StatedProfile.ofEdition("standard").withSeats("users", 3));

  @Test
  void anAllowedCallCostsInEveryQuotaAndSaysHowTheyStand() {
    shop.consume("acme", "credits", 3_000);

    Decision decision = shop.consume("acme", INSERT);

    assertThat(decision.allowed()).isTrue();
    assertThat(decision.cost())
        .containsExactly(
            Map.entry("credits", BigDecimal.valueOf(3)), Map.entry("concurrency", BigDecimal.ONE));
    QuotaState credits = Shop.state(decision, "credits");
    assertThat(credits.unit()).isEqualTo("credits");
    assertThat(credits.limit()).contains(BigDecimal.valueOf(5_750));
    assertThat(credits.included()).contains(BigDecimal.valueOf(5_750));
    assertThat(credits.used()).contains(BigDecimal.valueOf(3_003));
    assertThat(credits.remaining()).contains(BigDecimal.valueOf(2_747));
    assertThat(credits.window()).isEqualTo("rolling 24 hours");
    assertThat(credits.nextReturn().orElseThrow().at())
        .isEqualTo(Instant.parse("2026-01-02T10:00:00Z"));
    QuotaState concurrency = Shop.state(decision, "concurrency");
    assertThat(concurrency.keys()).isEqualTo(Map.of("app", "zapier"));
    assertThat(concurrency.remaining()).contains(BigDecimal.valueOf(9));
    assertThat(concurrency.nextReturn()).isEmpty();
    assertThat(decision.charge()).isEmpty();
    assertThat(decision.policy()).startsWith("sha256:");
  }

  @Test
  void theReceiptNamesTheLineThatDecidedAndTheArithmetic() {
    CostLine line = shop.consume("acme", INSERT).costs().get(0);

    assertThat(line.arithmetic()).isEqualTo("1 per 10 records: 25 records → 3");
    assertThat(line.at().orElseThrow().toString()).isEqualTo("crm.toll:35");
    assertThat(line.text()).contains("1 per 10 records");
  }

  @Test
  void theLastUnitCanBeConsumedAndOneMoreIsDenied() {
    shop.consume("acme", "credits", 5_749);

    assertThat(shop.consume("acme", LIST).allowed()).isTrue();
    assertThat(shop.consume("acme", LIST).allowed()).isFalse();
  }

  @Test
  void aDeniedCallMovesNoCounterAtAll() {
    shop.consume("acme", "credits", 5_749);

    Decision denied = shop.consume("acme", INSERT);

    assertThat(denied.allowed()).isFalse();
    assertThat(shop.standing("acme", "credits", LIST).used()).contains(BigDecimal.valueOf(5_749));
    assertThat(shop.standing("acme", "concurrency", LIST).used()).contains(BigDecimal.ZERO);
  }

  @Test
  void checkAnswersLikeConsumeAndConsumesNothing() {
    Decision first = shop.check("acme", INSERT);
    Decision second = shop.check("acme", INSERT);

    assertThat(first).isEqualTo(second);
    assertThat(first.allowed()).isTrue();
    assertThat(first.decisionId()).isEmpty();
    assertThat(first.cost()).containsEntry("credits", BigDecimal.valueOf(3));
    assertThat(Shop.state(first, "credits").used()).contains(BigDecimal.ZERO);
  }

  @Test
  void eachKeyHasItsOwnCallsInFlight() {
    for (int i = 0; i < 10; i++) {
      assertThat(shop.consume("acme", LIST).allowed()).isTrue();
    }

    assertThat(shop.consume("acme", LIST).denied().orElseThrow().quota()).isEqualTo("concurrency");
    assertThat(shop.decider.consume(shop.request("acme", LIST).withKey("app", "erp")).allowed())
        .isTrue();
  }

  @Test
  void aCallerThatReportsNoEndIsNotCountedInFlight() {
    Decision decision = shop.decider.consume(shop.request("acme", LIST).withoutEnd());

    assertThat(decision.cost()).containsOnlyKeys("credits");
    QuotaState concurrency = Shop.state(decision, "concurrency");
    assertThat(concurrency.counted()).isFalse();
    assertThat(concurrency.used()).isEmpty();
    assertThat(shop.standing("acme", "concurrency", LIST).used()).contains(BigDecimal.ZERO);
  }

  @Test
  void whoReportsNoEndNeedsNoKeyOfCallsInFlight() {
    CallRequest withoutKey = CallRequest.of("crm", Asker.stored("acme"), LIST).withoutEnd();

    assertThat(shop.decider.consume(withoutKey).allowed()).isTrue();
  }

  @Test
  void thresholdsThatACallCrossesAreReportedOnce() {
    shop.consume("acme", "credits", 4_599);

    assertThat(Shop.state(shop.consume("acme", LIST), "credits").warned())
        .containsExactly(BigDecimal.valueOf(80));
    assertThat(Shop.state(shop.consume("acme", LIST), "credits").warned()).isEmpty();
    shop.consume("acme", "credits", 575);
    assertThat(Shop.state(shop.consume("acme", LIST), "credits").warned()).isEmpty();
  }

  @Test
  void unitsComeBackAtTheirInstantAndNotBefore() {
    shop.consume("acme", "credits", 5_750);
    shop.clock.pass(Duration.ofHours(24).minusMillis(1));
    assertThat(shop.consume("acme", LIST).allowed()).isFalse();

    shop.clock.pass(Duration.ofMillis(1));
    assertThat(shop.consume("acme", LIST).allowed()).isTrue();
  }

  @Test
  void aCallThatNobodyDeclaredIsPricedAsAnyOther() {
    assertThat(shop.consume("acme", AskedCall.of("invoices.get")).cost())
        .containsEntry("credits", BigDecimal.ONE);
  }

  @Test
  void anAssumedFactIsNamed() {
    Shop assuming =
        Shop.selling(
                """
                fact region text, unless stated "unknown"
                calls a
                quota q in calls {
                  per account
                  window rolling 1 hour
                  allot 10 when region is "eu"
                  allot 5 when region is not "eu"
                }
                """)
            .with("acme", StatedProfile.NOTHING);

    assertThat(assuming.consume("acme", AskedCall.of("a")).assumed())
        .extracting(Assumed::fact)
        .containsExactly("region");
  }

  @Test
  void decisionIdsAscend() {
    List<String> ids =
        List.of(
            shop.consume("acme", LIST).decisionId().orElseThrow(),
            shop.consume("acme", LIST).decisionId().orElseThrow());

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }
}
