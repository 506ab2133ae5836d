package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {

  private final Shell shell = Shell.inProject();

  @Test
  void theAllotmentComesFirstAndThenTheLinesThatMakeItUp() {
    assertThat(
            Shell.inShop()
                .run("explain", "shop", "--edition=large", "--seat=users=19", "--addon=extra=50"))
        .isEqualTo(
            new Shell.Result(
                0,
                """
                shop, edition big, 19 users, as of 2026-01-01T10:00:00Z

                credits "Credits": 2,000 credits, rolling 24 hours, per account
                  included 1,950, the rest by add-ons
                  allotment  1_000 + 50 × 19 users, cap 2_000, edition big              1,950  shop.toll:20
                  add-on     50 extra, bought                                              50  shop.toll:35
                  assumed    region is assumed to be "unknown", since nobody stated it         shop.toll:7
                  may change at 2027-01-01T00:00:00Z

                  call items.insert costs 1 per 10 items  shop.toll:21
                  call items.purge costs 60               shop.toll:22
                  call batch.run costs sum of its calls   shop.toll:23
                  any other call costs 1                  shop.toll:24

                traffic "Traffic": no limit, calendar day in account zone, per account
                  allotment  no limit, edition big  shop.toll:30

                  any call costs 1  shop.toll:27

                extra "More credits": 50 bought, at most 50, 0.05 USD a day
                  first 500 at 1.00  shop.toll:40
                  beyond at 0.50     shop.toll:41
                """,
                ""));
  }

  @Test
  void aRuleIsALineOfItsOwnAndSaysWhenItMayEnd() {
    assertThat(
            Shell.inShop()
                .run("explain", "shop.credits", "--edition=free", "--fact=region=eu")
                .out())
        .isEqualTo(
            """
            shop, edition free, region eu, as of 2026-01-01T10:00:00Z

            credits "Credits": 200 credits, rolling 24 hours, per account
              allotment  100, edition free             100  shop.toll:19
              rule-adds  rule "EU promotion" adds 100  100  shop.toll:49
              may change at 2027-01-01T00:00:00Z

              call items.insert costs 1 per 10 items  shop.toll:21
              call items.purge costs 60               shop.toll:22
              call batch.run costs sum of its calls   shop.toll:23
              any other call costs 1                  shop.toll:24

            extra "More credits": at most 0
              first 500 at 1.00  shop.toll:40
              beyond at 0.50     shop.toll:41
            """);
  }

  @Test
  void ofAQuotaAloneOnlyTheAddOnsThatActOnItAreSaid() {
    assertThat(Shell.inShop().run("explain", "shop.traffic", "--edition=large").out())
        .isEqualTo(
            """
            shop, edition big, as of 2026-01-01T10:00:00Z

            traffic "Traffic": no limit, calendar day in account zone, per account
              allotment  no limit, edition big  shop.toll:30

              any call costs 1  shop.toll:27
            """);
  }

  @Test
  void aContractAppliesToTheAccountThatIsNamed() {
    assertThat(
            allotment(
                "crm.credits",
                "--account",
                "globex",
                "--edition=professional",
                "--seat=user=100",
                "--at=2026-06-01"))
        .isEqualTo(300_000);
    assertThat(
            allotment(
                "crm.credits", "--edition=professional", "--seat=user=100", "--at=2026-06-01"))
        .isEqualTo(60_000);
  }

  @Test
  void whatAnAccountHoldsOfAnAddOnCounts() {
    assertThat(allotment("crm.credits", "--edition=professional", "--addon=extra_credits=75_000"))
        .isEqualTo(85_000);
    JsonNode used =
        shell
            .run(
                "explain",
                "crm.credits",
                "--edition=professional",
                "--account=acme",
                "--addon=extra_credits=used:20000",
                "--format=json")
            .json();
    assertThat(used.path("allotment").asLong()).isEqualTo(30_000);
    assertThat(used.path("quotas").path(0).path("included").asLong()).isEqualTo(10_000);
    assertThat(used.path("addons").path(0).path("held").path("mode").asText()).isEqualTo("used");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-10-29 | 150000 | 150000",
        "2025-10-30 | 150000 | 80000",
        "2025-10-29 |  60000 |  80000"
      })
  void factsAndTheDateOfSigningUpDecideTheVersion(String signedUp, String old, long expected) {
    assertThat(
            allotment(
                "desk.credits",
                "--edition=professional",
                "--seat=agents=10",
                "--fact=paid=yes",
                "--fact=old_daily_limit=" + old,
                "--signed-up=" + signedUp))
        .isEqualTo(expected);
  }

  @Test
  void aBareDateBeginsInTheZoneOfTheAccount() {
    // 2026-01-01T00:00 in Kiritimati is the morning of the day before in UTC.
    JsonNode json =
        shell
            .run(
                "explain",
                "crm.credits",
                "--edition=professional",
                "--zone=Pacific/Kiritimati",
                "--at=2026-01-01",
                "--format=json")
            .json();
    assertThat(json.path("at").asText()).isEqualTo("2025-12-31T10:00:00Z");
  }

  @Test
  void aProductIsExplainedQuotaByQuota() {
    JsonNode json = shell.run("explain", "crm", "--edition=free", "--format=json").json();
    assertThat(json.path("quotas").findValuesAsText("quota"))
        .containsExactly("credits", "concurrency", "complex_calls");
    assertThat(json.has("allotment")).isFalse();
    assertThat(shell.run("explain", "crm", "--edition=free").out())
        .contains("\nconcurrency \"Calls in flight\": 5 calls, ");
  }

  @Test
  void noLimitIsSaidInWordsAndIsNullForPrograms() {
    Shell shop = Shell.inShop();
    assertThat(shop.run("explain", "shop.traffic", "--edition=free").out())
        .contains("traffic \"Traffic\": no limit, calendar day in account zone, per account\n");
    JsonNode json = shop.run("explain", "shop.traffic", "--edition=free", "--format=json").json();
    assertThat(json.path("allotment").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crmm --edition free | there is no product `crmm`; did you mean `crm`?",
        "crm.credit --edition free | `credit` is no quota of crm; did you mean `credits`?",
        "crm --edition profesional | `profesional` is no edition of crm; did you mean `professional`?",
        "crm --edition free --seat usr=1 | `usr` is no seat of crm; did you mean `user`?",
        "crm --edition free --fact regio=eu | `regio` is no fact of crm; did you mean `region`?",
        "crm --edition free --seat user=x | `--seat user` is not a number: `x`",
        "crm --edition free --seat user=0.5 | `--seat user` is not a whole number from 0: `0.5`",
        "crm --edition free --seat user | `--seat user` is not of the form NAME=VALUE",
        "crm --edition free --signed-up today | `--signed-up today` is not a date",
        "crm --edition free --at now | `--at now` is not a moment",
        "crm --edition free --rules nowhere | there is no file or folder `nowhere`"
      })
  void whatCannotBeUnderstoodIsBadUsageInOneLineAndAHint(String arguments, String message) {
    Shell.Result result = shell.run(("explain " + arguments).split(" "));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(2).first().isEqualTo("tollgate explain: " + message);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(shell.run("explain", "crm", "--edition=fre", "--seat=usr=1").err().lines())
        .hasSize(3);
  }

  private long allotment(String target, String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "explain";
    words[1] = target;
    words[2] = "--format=json";
    System.arraycopy(options, 0, words, 3, options.length);
    return shell.run(words).json().path("allotment").asLong();
  }
}
