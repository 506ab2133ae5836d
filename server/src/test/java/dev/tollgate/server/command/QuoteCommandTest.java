package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteCommandTest {

  private final Shell shell = Shell.inProject();
  private final Shell shop = Shell.inShop();

  @Test
  void callsAreCountedLineByLineAndTogether() {
    assertThat(
            shop.run(
                "quote",
                "shop",
                "--edition=free",
                "--fact=region=us",
                "--call=items.insert:items=25",
                "--call=batch.run(items.list,items.insert:items=25)*2"))
        .isEqualTo(
            new Shell.Result(
                0,
                """
                shop, edition free, region us, as of 2026-01-01T10:00:00Z

                  call                   times  credits  traffic
                  items.insert items 25      1        3        1
                  batch.run                  2        8        2
                  together                           11        3

                  items.insert  credits  1 per 10 items: 25 items → 3  shop.toll:21
                  items.insert  traffic  any call costs 1              shop.toll:27
                  items.list    credits  any other call costs 1        shop.toll:24
                  items.insert  credits  1 per 10 items: 25 items → 3  shop.toll:21
                  batch.run     traffic  any call costs 1              shop.toll:27

                fits now
                  credits  100 of 100 left
                  traffic  no limit
                """,
                ""));
  }

  @Test
  void whatNeverFitsSaysByHowMuchAndWhatWouldHelp() {
    assertThat(shop.run("quote", "shop", "--edition=free", "--call=items.purge*2").out())
        .contains(
            """

            never fits: 20 more than credits gives
              edition big: 1,000
              credits  100 of 100 left
              traffic  no limit
            """);
  }

  @Test
  void aCheaperWayIsShown() {
    assertThat(shop.run("quote", "shop", "--edition=free", "--call=items.insert:items=1*20").out())
        .contains("cheaper: 1 call of items.insert with up to 20 items: 2 instead of 20 credits\n");
  }

  @Test
  void whatIsBilledBeyondTheIncludedAllotmentIsShown() {
    assertThat(
            shop.run(
                    "quote",
                    "shop",
                    "--edition=big",
                    "--addon=extra=used:300",
                    "--call=items.purge*17")
                .out())
        .contains("billed today: 0.02 USD\n  extra  20  0.02 USD\n");
  }

  @Test
  void aPurchaseIsPricedSlabBySlab() {
    assertThat(
            shop.run("quote", "shop", "--edition=big", "--fact=region=us", "--buy=extra=750").out())
        .isEqualTo(
            """
            shop, edition big, region us, as of 2026-01-01T10:00:00Z

            to buy
              extra                750
                first 500 at 1.00  500   × 0.001   0.50 USD  shop.toll:40
                beyond at 0.50     250  × 0.0005  0.125 USD  shop.toll:41
              a day                               0.625 USD
              30 days                             18.75 USD
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "records.insert:records=20 | 2",
        "records.insert:records=1*20 | 20",
        "records.insert:records=11 | 2",
        "records.insert:records=100 | 10",
        "bulk_read.create leads.convert*3 records.list:cvid=1*4 users.list*7 | 84"
      })
  void theWorkedCasesCostWhatTheirSourceSays(String calls, long credits) {
    List<String> words = new ArrayList<>(List.of("quote", "crm", "--edition=ultimate"));
    words.add("--format=json");
    List.of(calls.split(" ")).forEach(call -> words.add("--call=" + call));
    assertThat(json(words).path("cost").path("credits").asLong()).isEqualTo(credits);
  }

  @ParameterizedTest
  @CsvSource({"25000, 3.50, 105.00, 1", "75_000, 6.50, 195.00, 2", "100000, 8.00, 240.00, 2"})
  void aPurchaseHasItsPriceADayAndForThirtyDays(
      String amount, String day, String thirtyDays, int slabs) {
    JsonNode purchase =
        json(List.of(
                "quote",
                "crm",
                "--edition=professional",
                "--format=json",
                "--buy=extra_credits=" + amount))
            .path("purchase");
    assertThat(purchase.path("perDay").path("amount").asText()).isEqualTo(day);
    assertThat(purchase.path("per30Days").path("amount").asText()).isEqualTo(thirtyDays);
    assertThat(purchase.path("slabs")).hasSize(slabs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crm --edition free | there is nothing to quote",
        "crmm --edition free --call users.list | there is no product `crmm`; did you mean `crm`?",
        "crm --edition free --call a:b | `--call a:b` is not of the form NAME, NAME:PARAM=VALUE or NAME*TIMES",
        "crm --edition free --call records.insert:record=1 | `record` is no parameter of records.insert; did you mean `records`?",
        "crm --edition free --call record.insert:records=5 | `record.insert` is not declared in crm, so it has no parameters; did you mean `records.insert`?",
        "crm --edition free --call records.insert:records=101 | `records` of records.insert is at most 100",
        "crm --edition free --call records.insert:records=-1 | `records` is below 0: the least is 0",
        "crm --edition professional --buy extra_credit=1 | `extra_credit` is no add-on of crm; did you mean `extra_credits`?",
        "crm --edition professional --buy extra_credits=many | `--buy extra_credits` is not a number: `many`"
      })
  void whatCannotBeUnderstoodIsBadUsageInOneLineAndAHint(String arguments, String message) {
    Shell.Result result = shell.run(("quote " + arguments).split(" "));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(2).first().isEqualTo("tollgate quote: " + message);
  }

  private JsonNode json(List<String> words) {
    return shell.run(words.toArray(String[]::new)).json();
  }
}
