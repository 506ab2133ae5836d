package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls that end, fail or never happened. */
class EndingTest {

  private static final AskedCall LIST = AskedCall.of("users.list");
  private static final AskedCall EXPORT = AskedCall.of("export");

  private final Shop crm = Shop.crm().with("acme", StatedProfile.ofEdition("free"));
  private final Shop shop =
      Shop.selling(
              """
              unit credit, credits
              calls export, slow with rows
              calls get
              quota credits in credits {
                per account
                window rolling 24 hours
                allot 1_000
                call export  costs 10 per 100 rows
                call slow    holds 40 settles at 4 per 100 rows
                call get     costs 3
                failed calls cost nothing
              }
              quota tries in calls {
                per account
                window rolling 1 hour
                allot 100
              }
              """)
          .with("acme", StatedProfile.NOTHING);

  private static String id(Decision decision) {
    assertThat(decision.allowed()).isTrue();
    return decision.decisionId().orElseThrow();
  }

  private Optional<BigDecimal> used() {
    return shop.standing("acme", "credits", AskedCall.of("get")).used();
  }

  @Test
  void aCommitAsDecidedEndsTheCallInFlightAndKeepsItsCost() {
    String id = id(crm.consume("acme", LIST));

    Settlement settlement = crm.decider.commit(id, new Commit.AsDecided());

    assertThat(settlement.outcome()).isEqualTo(Settlement.Outcome.COMMITTED);
    assertThat(settlement.settled()).isTrue();
    assertThat(settlement.cost()).containsExactly(Map.entry("credits", BigDecimal.ONE));
    assertThat(crm.standing("acme", "concurrency", LIST).used()).contains(BigDecimal.ZERO);
    assertThat(crm.standing("acme", "credits", LIST).used()).contains(BigDecimal.ONE);
  }

  @Test
  void aCancelGivesEverythingBackOnce() {
    String id = id(crm.consume("acme", LIST));

    Settlement first = crm.decider.cancel(id);
    Settlement again = crm.decider.cancel(id);

    assertThat(first.outcome()).isEqualTo(Settlement.Outcome.CANCELLED);
    assertThat(first.replayed()).isFalse();
    assertThat(again).isEqualTo(first.asReplayed());
    assertThat(crm.standing("acme", "credits", LIST).used()).contains(BigDecimal.ZERO);
    assertThat(crm.standing("acme", "concurrency", LIST).used()).contains(BigDecimal.ZERO);
  }

  @Test
  void aRepeatedCommitIsAnsweredAsTheFirst() {
    String id = id(shop.consume("acme", AskedCall.of("get")));
    Settlement first =
        shop.decider.commit(id, new Commit.WithCost(Map.of("credits", BigDecimal.ONE)));

    Settlement again =
        shop.decider.commit(id, new Commit.WithCost(Map.of("credits", BigDecimal.TEN)));

    assertThat(again).isEqualTo(first.asReplayed());
    assertThat(used()).contains(BigDecimal.ONE);
  }

  @Test
  void commitAndCancelExcludeEachOther() {
    String committed = id(shop.consume("acme", AskedCall.of("get")));
    shop.decider.commit(committed, new Commit.AsDecided());
    String cancelled = id(shop.consume("acme", AskedCall.of("get")));
    shop.decider.cancel(cancelled);

    assertThat(catchThrowableOfType(Conflict.class, () -> shop.decider.cancel(committed)).code())
        .isEqualTo(Conflict.Code.DECISION_COMMITTED);
    assertThat(
            catchThrowableOfType(
                    Conflict.class, () -> shop.decider.commit(cancelled, new Commit.AsDecided()))
                .code())
        .isEqualTo(Conflict.Code.DECISION_CANCELLED);
  }

  @Test
  void aLowerCostGivesTheRestBack() {
    String id = id(shop.consume("acme", EXPORT.with("rows", 1_000)));
    assertThat(used()).contains(BigDecimal.valueOf(100));

    Settlement settlement =
        shop.decider.commit(id, new Commit.WithCost(Map.of("credits", BigDecimal.valueOf(7))));

    assertThat(settlement.cost())
        .containsExactly(
            Map.entry("credits", BigDecimal.valueOf(7)), Map.entry("tries", BigDecimal.ONE));
    assertThat(used()).contains(BigDecimal.valueOf(7));
  }

  @Test
  void parametersThatAreKnownLaterPriceTheCallAgain() {
    String id = id(shop.consume("acme", EXPORT.with("rows", 100)));

    Settlement settlement =
        shop.decider.commit(id, new Commit.WithParams(Map.of("rows", Stated.number(250))));

    assertThat(settlement.cost()).containsEntry("credits", BigDecimal.valueOf(30));
    assertThat(used()).contains(BigDecimal.valueOf(30));
  }

  @Test
  void aHeldCostIsSettledByItsOwnFormula() {
    String id = id(shop.consume("acme", AskedCall.of("slow")));
    assertThat(used()).contains(BigDecimal.valueOf(40));

    shop.decider.commit(id, new Commit.WithParams(Map.of("rows", Stated.number(501))));

    assertThat(used()).contains(BigDecimal.valueOf(24));
  }

  @Test
  void aFailedCallCostsNothingWhereThePolicySaysSo() {
    String id = id(shop.consume("acme", AskedCall.of("get")));

    Settlement settlement = shop.decider.commit(id, new Commit.Failed());

    assertThat(settlement.cost())
        .containsExactly(Map.entry("credits", BigDecimal.ZERO), Map.entry("tries", BigDecimal.ONE));
    assertThat(used()).contains(BigDecimal.ZERO);
  }

  @Test
  void anExcessWithoutRoomIsNotSettledAndTheHoldStays() {
    String id = id(shop.consume("acme", EXPORT.with("rows", 1_000)));
    shop.consume("acme", "credits", 850);

    Settlement settlement =
        shop.decider.commit(id, new Commit.WithCost(Map.of("credits", BigDecimal.valueOf(160))));

    assertThat(settlement.settled()).isFalse();
    assertThat(settlement.outcome()).isEqualTo(Settlement.Outcome.HELD);
    assertThat(settlement.shortBy()).contains(BigDecimal.TEN);
    assertThat(used()).contains(BigDecimal.valueOf(950));
    assertThat(
            shop.decider
                .commit(id, new Commit.WithCost(Map.of("credits", BigDecimal.valueOf(150))))
                .settled())
        .isTrue();
  }

  @Test
  void aReserveHoldsItsEstimateAndEndsByItself() {
    CallRequest request = shop.request("acme", AskedCall.of("get"));
    Decision held = shop.decider.reserve(request, Map.of("credits", BigDecimal.valueOf(40)), 60);
    assertThat(held.cost()).containsEntry("credits", BigDecimal.valueOf(40));
    assertThat(used()).contains(BigDecimal.valueOf(40));

    shop.clock.pass(Duration.ofSeconds(60));

    assertThat(used()).contains(BigDecimal.ZERO);
  }

  @Test
  void aReserveIsSettledByItsCommit() {
    CallRequest request = shop.request("acme", EXPORT.with("rows", 100));
    String id = id(shop.decider.reserve(request, Map.of("credits", BigDecimal.valueOf(40)), 60));

    shop.decider.commit(id, new Commit.WithCost(Map.of("credits", BigDecimal.valueOf(12))));
    shop.clock.pass(Duration.ofSeconds(60));

    assertThat(used()).contains(BigDecimal.valueOf(12));
  }

  @Test
  void aReserveLastsAnHourAtMostAndNoLongerThanTheShortestWindow() {
    CallRequest request = shop.request("acme", AskedCall.of("get"));
    CallRequest inFlight = crm.request("acme", LIST);

    assertThat(pointer(() -> shop.decider.reserve(request, Map.of(), 3_601)))
        .isEqualTo("/expiresInSeconds");
    assertThat(pointer(() -> shop.decider.reserve(request, Map.of(), 0)))
        .isEqualTo("/expiresInSeconds");
    assertThat(pointer(() -> crm.decider.reserve(inFlight, Map.of(), 601)))
        .isEqualTo("/expiresInSeconds");
    assertThat(shop.decider.reserve(request, Map.of(), 3_600).allowed()).isTrue();
    assertThat(crm.decider.reserve(inFlight, Map.of(), 600).allowed()).isTrue();
  }

  @Test
  void aWrongCommitIsRefusedAndChangesNothing() {
    String id = id(shop.consume("acme", EXPORT.with("rows", 100)));

    assertThat(pointer(() -> shop.decider.commit(id, cost("credit", "1"))))
        .isEqualTo("/cost/credit");
    assertThat(pointer(() -> shop.decider.commit(id, cost("credits", "-1"))))
        .isEqualTo("/cost/credits");
    assertThat(pointer(() -> shop.decider.commit(id, cost("credits", "1.5"))))
        .isEqualTo("/cost/credits");
    assertThat(
            pointer(
                () ->
                    shop.decider.commit(
                        id, new Commit.WithParams(Map.of("rows", Stated.number(-1))))))
        .isEqualTo("/params/rows");
    assertThat(used()).contains(BigDecimal.TEN);
  }

  private static Commit cost(String quota, String amount) {
    return new Commit.WithCost(Map.of(quota, new BigDecimal(amount)));
  }

  private static String pointer(Runnable asking) {
    InvalidRequest invalid = catchThrowableOfType(InvalidRequest.class, asking::run);
    assertThat(invalid).as("the request is refused").isNotNull();
    return invalid.problems().get(0).pointer();
  }
}
