package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call costs, by the first line that matches it. */
class CallCostTest {

  private static final Shop SHOP =
      Shop.selling(
              """
              unit credit, credits
              unit row_unit, row_units to 1 decimal place
              key app
              fact tier one of gold, silver
              calls insert with records up to 100
              calls near, down, rata, floor with items
              calls list with offset
              calls get, ping, other, nothing
              calls batch, parcel, bundle with calls up to 5
              calls export with rows
              quota credits in credits {
                per account
                window rolling 24 hours
                allot 1_000_000
                call insert                         costs 1 per 10 records
                call near                           costs 2 per 10 items, rounded to nearest
                call down                           costs 2 per 10 items, rounded down
                call floor                          costs 1 per 10 items, at least 3
                call list costs by offset {
                  to 2_000   3
                  to 10_000  10
                  beyond     100
                }
                call get when channel in (ui, mobile) not counted
                call get when app is "batch"        costs 7
                call get when tier is gold          costs 4
                call get                            costs 5
                call nothing                        costs 0
                call batch                          costs sum of its calls
                call parcel                         costs 2 + sum of its calls
                call bundle                         costs sum of its calls, at least 20
                call export                         holds 40 settles at 1 + 2 per 100 rows
                any other call                      costs 1
              }
              quota rows in row_units {
                counts rata
                per account
                window rolling 24 hours
                allot 1_000
                call rata                           costs 0.5 per 3 items, pro rata
              }
              """)
          .with("acme", StatedProfile.NOTHING.withFact("tier", Stated.text("silver")))
          .with("gold", StatedProfile.NOTHING.withFact("tier", Stated.text("gold")));

  private static BigDecimal credits(AskedCall call) {
    return SHOP.check("acme", call).cost().get("credits");
  }

  @ParameterizedTest
  @CsvSource({
    "insert, records, 1, 1",
    "insert, records, 10, 1",
    "insert, records, 11, 2",
    "insert, records, 20, 2",
    "insert, records, 100, 10",
    "insert, records, 0, 0",
    "near, items, 14, 2",
    "near, items, 15, 4",
    "down, items, 19, 2",
    "floor, items, 5, 3",
    "floor, items, 45, 5",
    "list, offset, 0, 3",
    "list, offset, 1500, 3",
    "list, offset, 2000, 3",
    "list, offset, 2001, 10",
    "list, offset, 150000, 100"
  })
  void costsGrowWithAParameter(String call, String parameter, long number, long cost) {
    assertThat(credits(AskedCall.of(call).with(parameter, number)))
        .isEqualByComparingTo(BigDecimal.valueOf(cost));
  }

  @Test
  void aPartOfTheLastStepCountsWholeWhenAUnitHasDecimals() {
    assertThat(SHOP.check("acme", AskedCall.of("rata").with("items", 4)).cost().get("rows"))
        .isEqualByComparingTo("0.7");
  }

  @Test
  void aCallThatIsNotCountedIsNeitherJudgedNorListed() {
    Decision decision =
        SHOP.decider.check(SHOP.request("acme", AskedCall.of("get")).withChannel("ui"));

    assertThat(decision.allowed()).isTrue();
    assertThat(decision.cost()).isEmpty();
    assertThat(decision.quotas()).isEmpty();
  }

  @Test
  void conditionsAskChannelKeysAndFactsInTheOrderOfTheLines() {
    AskedCall get = AskedCall.of("get");

    assertThat(credits(get)).isEqualTo(BigDecimal.valueOf(5));
    assertThat(SHOP.check("gold", get).cost().get("credits")).isEqualTo(BigDecimal.valueOf(4));
    assertThat(
            SHOP.decider
                .check(SHOP.request("gold", get).withKey("app", "batch"))
                .cost()
                .get("credits"))
        .isEqualTo(BigDecimal.valueOf(7));
  }

  @Test
  void aCallOfCostZeroAlwaysHasRoomAndIsListed() {
    Shop shop = Shop.crm().with("acme", StatedProfile.ofEdition("free"));
    assertThat(credits(AskedCall.of("nothing"))).isEqualTo(BigDecimal.ZERO);

    shop.consume("acme", "credits", 5_000);
    assertThat(shop.consume("acme", "credits", 0).allowed()).isTrue();
  }

  /** Its calls cost 2, 10 and 1. */
  private static AskedCall composite(String call) {
    return new AskedCall(
        call,
        Map.of(),
        List.of(
            AskedCall.of("insert").with("records", 11),
            AskedCall.of("list").with("offset", 5_000),
            AskedCall.of("ping")));
  }

  @Test
  void aCompositeCostsTheSumOfItsCallsEachByItself() {
    Decision decision = SHOP.check("acme", composite("batch"));

    assertThat(decision.cost().get("credits")).isEqualTo(BigDecimal.valueOf(13));
    assertThat(decision.costs())
        .extracting(CostLine::arithmetic)
        .containsExactly("1 per 10 records: 11 records → 2", "5_000 offset, to 10_000 → 10", "1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parcel | 15 | 2 | 2 + (2 + 10 + 1 → 13) → 15",
        "bundle | 20 | 7 | 2 + 10 + 1 → 13, at least 20"
      })
  void whatACompositeCostsBesidesTheSumOfItsCallsIsALineOfItsOwn(
      String call, long cost, long own, String arithmetic) {
    Decision decision = SHOP.check("acme", composite(call));

    assertThat(decision.cost().get("credits")).isEqualTo(BigDecimal.valueOf(cost));
    assertThat(decision.costs())
        .extracting(line -> line.units().longValueExact())
        .containsExactly(2L, 10L, 1L, own);
    assertThat(decision.costs().get(3).arithmetic()).isEqualTo(arithmetic);
  }

  @Test
  void aCostThatIsKnownLaterIsHeldFirst() {
    assertThat(credits(AskedCall.of("export"))).isEqualTo(BigDecimal.valueOf(40));
  }

  @Test
  void whereNoLineIsWrittenEveryCallCostsOne() {
    Shop plain =
        Shop.selling(
                """
                unit credit, credits
                calls a
                quota q in credits {
                  per account
                  window rolling 1 hour
                  allot 10
                }
                """)
            .with("acme", StatedProfile.NOTHING);

    assertThat(plain.check("acme", AskedCall.of("a")).cost()).containsEntry("q", BigDecimal.ONE);
  }

  @Test
  void theWorkedCaseOfTheSourcesCosts84() {
    Shop crm = Shop.crm().with("acme", StatedProfile.ofEdition("ultimate"));
    QuoteRequest request =
        QuoteRequest.of(
                "crm",
                Asker.stored("acme"),
                List.of(
                    new QuoteRequest.Line(AskedCall.of("bulk_read.create"), 1),
                    new QuoteRequest.Line(AskedCall.of("leads.convert"), 3),
                    new QuoteRequest.Line(
                        AskedCall.of("records.list").with("cvid", Stated.text("7")), 4),
                    new QuoteRequest.Line(AskedCall.of("users.list"), 7)))
            .withKey("app", "zapier");

    Quote quote = crm.decider.quote(request);

    assertThat(quote.cost()).containsEntry("credits", BigDecimal.valueOf(84));
    assertThat(quote.lines())
        .extracting(line -> line.cost().get("credits").intValueExact())
        .containsExactly(50, 15, 12, 7);
  }
}
