package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A quote says what calls and purchases would cost, and can be held to it. */
class QuoteTest {

  private static final AskedCall INSERT = AskedCall.of("records.insert").with("records", 1);
  private static final AskedCall LIST = AskedCall.of("users.list");

  private final Shop shop =
      Shop.crm().with("acme", StatedProfile.ofEdition("professional").withSeats("users", 100));

  private Purchase buying(long amount) {
    QuoteRequest request =
        QuoteRequest.of("crm", Asker.stored("acme"), List.of())
            .withBuy("extra_credits", BigDecimal.valueOf(amount));
    return shop.decider.quote(request).purchase().orElseThrow();
  }

  @Test
  void linesSayWhatOneCallCostsAndWhatAllOfThemDo() {
    Quote quote = shop.quote("acme", AskedCall.of("leads.convert"), 3);

    Quote.Line line = quote.lines().get(0);
    assertThat(line.each()).containsEntry("credits", BigDecimal.valueOf(5));
    assertThat(line.cost()).containsEntry("credits", BigDecimal.valueOf(15));
    assertThat(quote.cost()).containsEntry("credits", BigDecimal.valueOf(15));
    assertThat(quote.fits()).isTrue();
    assertThat(quote.denied()).isEmpty();
  }

  @Test
  void aQuoteConsumesNothing() {
    shop.quote("acme", LIST, 3);

    assertThat(shop.standing("acme", "credits", LIST).used()).contains(BigDecimal.ZERO);
  }

  @Test
  void whatDoesNotFitSaysWhenItWould() {
    shop.consume("acme", "credits", 59_990);

    Quote quote = shop.quote("acme", LIST, 11);

    assertThat(quote.fits()).isFalse();
    assertThat(quote.denied().orElseThrow().retryAt())
        .contains(Instant.parse("2026-01-02T10:00:00Z"));
    assertThat(quote.quoteId()).isEmpty();
  }

  @Test
  void batchingIsProposedWhereItCostsLess() {
    Quote quote = shop.quote("acme", INSERT, 12);

    assertThat(quote.ways())
        .containsExactly(
            new Way.Batch(
                "records.insert",
                "records",
                1,
                12,
                "credits",
                BigDecimal.valueOf(2),
                BigDecimal.valueOf(12)));
  }

  @Test
  void batchesAreNoLargerThanTheParameterAllows() {
    QuoteRequest request =
        shop.quoteRequest("acme", AskedCall.of("records.insert").with("records", 35), 10);

    Way.Batch batch =
        (Way.Batch)
            shop.decider.quote(request).ways().stream()
                .filter(Way.Batch.class::isInstance)
                .findFirst()
                .orElseThrow();

    assertThat(batch.calls()).isEqualTo(4);
    assertThat(batch.items()).isEqualTo(100);
    assertThat(batch.cost()).isEqualTo(BigDecimal.valueOf(35));
    assertThat(batch.insteadOf()).isEqualTo(BigDecimal.valueOf(40));
  }

  @Test
  void nothingIsProposedWhereBatchingSavesNothing() {
    assertThat(shop.quote("acme", LIST, 9).ways()).isEmpty();
    assertThat(shop.quote("acme", AskedCall.of("records.insert").with("records", 10), 5).ways())
        .isEmpty();
  }

  @Test
  void purchasesCostWhatTheSlabsSay() {
    assertThat(buying(25_000).perDay().orElseThrow()).hasToString("3.50 USD");
    assertThat(buying(25_000).per30Days().orElseThrow()).hasToString("105.00 USD");
    assertThat(buying(75_000).perDay().orElseThrow()).hasToString("6.50 USD");
    assertThat(buying(75_000).per30Days().orElseThrow()).hasToString("195.00 USD");
    assertThat(buying(100_000).perDay().orElseThrow()).hasToString("8.00 USD");
    assertThat(buying(100_000).per30Days().orElseThrow()).hasToString("240.00 USD");
    assertThat(buying(75_000).lines().get(0).slabs()).hasSize(2);
  }

  @Test
  void morePricedOnTopOfWhatIsHeldCostsTheDifference() {
    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.bought(25_000));

    assertThat(buying(50_000).perDay().orElseThrow()).hasToString("3.00 USD");
  }

  @Test
  void moreThanTheCeilingCannotBeBought() {
    InvalidRequest refused = catchThrowableOfType(InvalidRequest.class, () -> buying(440_001));

    assertThat(refused.problems().get(0).pointer()).isEqualTo("/buy/extra_credits");
    assertThat(refused.problems().get(0).message()).contains("at most 440_000");
    assertThat(buying(440_000).perDay().orElseThrow()).hasToString("20.25 USD");
  }

  @Test
  void callsAreJudgedAsIfThePurchaseWereMade() {
    shop.consume("acme", "credits", 60_000);
    QuoteRequest request = shop.quoteRequest("acme", LIST, 10);

    assertThat(shop.decider.quote(request).fits()).isFalse();
    Quote after = shop.decider.quote(request.withBuy("extra_credits", BigDecimal.TEN));
    assertThat(after.fits()).isTrue();
    assertThat(after.quotas().get(0).limit()).contains(BigDecimal.valueOf(60_010));
  }

  @Test
  void whatIsBilledByUseIsForetold() {
    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.used(100_000));
    shop.consume("acme", "credits", 60_000);

    Charge charge = shop.quote("acme", AskedCall.of("bulk_write.create"), 1).charge().orElseThrow();

    assertThat(charge.amount()).hasToString("0.07 USD");
    assertThat(charge.lines().get(0).units()).isEqualTo(BigDecimal.valueOf(500));
  }

  @Test
  void aStatedProfileHasUsedNothingAndGetsNoQuoteId() {
    shop.consume("acme", "credits", 60_000);
    QuoteRequest request =
        QuoteRequest.of(
                "crm",
                Asker.inline(StatedProfile.ofEdition("starter").withSeats("user", 10)),
                List.of(new QuoteRequest.Line(LIST, 1)))
            .withKey("app", "zapier");

    Quote quote = shop.decider.quote(request);

    assertThat(quote.quotas().get(0).limit()).contains(BigDecimal.valueOf(7_500));
    assertThat(quote.quotas().get(0).used()).contains(BigDecimal.ZERO);
    assertThat(quote.quoteId()).isEmpty();
  }

  @Test
  void aQuoteIsGoodForOneConsumeOfItsCall() {
    String quoteId = shop.quote("acme", LIST, 1).quoteId().orElseThrow();
    CallRequest request = shop.request("acme", LIST).withQuoteId(quoteId);

    assertThat(shop.decider.consume(request).allowed()).isTrue();
    assertThat(conflict(request)).isEqualTo(Conflict.Code.QUOTE_NOT_VALID);
    assertThat(shop.standing("acme", "credits", LIST).used()).contains(BigDecimal.ONE);
  }

  @Test
  void aQuoteIsForItsOwnCallAlone() {
    String quoteId = shop.quote("acme", INSERT, 1).quoteId().orElseThrow();
    shop.with("other", StatedProfile.ofEdition("professional"));

    assertThat(conflict(shop.request("acme", LIST).withQuoteId(quoteId)))
        .isEqualTo(Conflict.Code.QUOTE_NOT_VALID);
    assertThat(conflict(shop.request("acme", INSERT.with("records", 2)).withQuoteId(quoteId)))
        .isEqualTo(Conflict.Code.QUOTE_NOT_VALID);
    assertThat(conflict(shop.request("other", INSERT).withQuoteId(quoteId)))
        .isEqualTo(Conflict.Code.QUOTE_NOT_VALID);
    assertThat(shop.decider.consume(shop.request("acme", INSERT).withQuoteId(quoteId)).allowed())
        .isTrue();
  }

  @Test
  void aQuoteEndsAfterFiveMinutes() {
    Quote quote = shop.quote("acme", LIST, 1);
    assertThat(quote.goodUntil()).contains(Instant.parse("2026-01-01T10:05:00Z"));
    CallRequest request = shop.request("acme", LIST).withQuoteId(quote.quoteId().orElseThrow());

    shop.clock.pass(Duration.ofMinutes(5));

    assertThat(conflict(request)).isEqualTo(Conflict.Code.QUOTE_NOT_VALID);
  }

  @Test
  void moneyThatHasChangedIsAConflictWithTheNewFigures() {
    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.used(100_000));
    String quoteId = shop.quote("acme", LIST, 1).quoteId().orElseThrow();
    shop.consume("acme", "credits", 60_000);
    CallRequest request = shop.request("acme", LIST).withQuoteId(quoteId);

    Conflict changed = catchThrowableOfType(Conflict.class, () -> shop.decider.consume(request));

    assertThat(changed.code()).isEqualTo(Conflict.Code.QUOTE_CHANGED);
    Quote now = changed.quote().orElseThrow();
    assertThat(now.charge().orElseThrow().amount()).hasToString("0.00014 USD");
    assertThat(shop.standing("acme", "credits", LIST).used()).contains(BigDecimal.valueOf(60_000));
    String newId = now.quoteId().orElseThrow();
    assertThat(shop.decider.consume(shop.request("acme", LIST).withQuoteId(newId)).charge())
        .isEqualTo(now.charge());
  }

  @Test
  void unitsThatHaveChangedAreAConflictEvenWhereTheyHaveNoRoom() {
    String quota =
        "calls a\nquota q in calls {\nper account\nwindow rolling 1 hour\nallot 5\ncall a costs %d\n}";
    Shop small = Shop.selling(quota.formatted(1)).with("acme", StatedProfile.NOTHING);
    AskedCall call = AskedCall.of("a");
    String quoteId = small.quote("acme", call, 1).quoteId().orElseThrow();
    small.policy.replace(Shop.policy(quota.formatted(6)), small.clock.instant());
    CallRequest request = small.request("acme", call).withQuoteId(quoteId);

    Conflict changed = catchThrowableOfType(Conflict.class, () -> small.decider.consume(request));

    assertThat(changed.code()).isEqualTo(Conflict.Code.QUOTE_CHANGED);
    assertThat(changed.quote().orElseThrow().cost()).containsEntry("q", BigDecimal.valueOf(6));
    assertThat(changed.quote().orElseThrow().fits()).isFalse();
  }

  @Test
  void aRetryOfAConsumeWithAQuoteIsReplayed() {
    String quoteId = shop.quote("acme", LIST, 1).quoteId().orElseThrow();
    CallRequest request =
        shop.request("acme", LIST).withQuoteId(quoteId).withRequestId("r1", "body");
    Decision first = shop.decider.consume(request);

    Decision again = shop.decider.consume(request);

    assertThat(again.replayed()).isTrue();
    assertThat(again.decisionId()).isEqualTo(first.decisionId());
  }

  @Test
  void severalLinesOrTimesGetNoQuoteId() {
    assertThat(shop.quote("acme", LIST, 2).quoteId()).isEqualTo(Optional.empty());
  }

  private Conflict.Code conflict(CallRequest request) {
    return catchThrowableOfType(Conflict.class, () -> shop.decider.consume(request)).code();
  }
}
