package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffAccountsTest {

  private static final String POLICY =
      """
      product crm  accept W433 "an example" {
        zone UTC
        unit credit, credits
        seat user, users
        fact region  one of eu, us, unless stated us
        edition free
        edition professional
        calls open

        quota credits in credits {
          per     account
          window  rolling 24 hours
          allot free          base 5_000
          allot professional  base 10_000  + 500 per user  cap 500_000
          any call  costs 1
        }

        addon extra {
          adds   to credits
          most   100_000
          bill   bought, per day, a month is 30 days
          bill   used, per calendar day, monthly
          price  USD per 1_000 {
            first 100_000  at 0.14
          }
        }
      }
      """;

  private static final String ACCOUNTS =
      """
      product,account,edition,seats.user,facts.region,addons.extra
      crm,acme,professional,100,eu,
      crm,"globex, inc",professional,2000,,25000
      crm,initech,free,,us,used:1000
      crm,umbrella,professional,0,,
      """;

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void stand() {
    shell = Shell.in(folder);
    shell.write("old/crm.toll", POLICY);
    shell.write("new/crm.toll", POLICY.replace("500 per user", "400 per user"));
    shell.write("accounts.csv", ACCOUNTS);
  }

  private Shell.Result diff(String... options) {
    String[] words = new String[3 + options.length];
    words[0] = "diff";
    words[1] = "old";
    words[2] = "new";
    System.arraycopy(options, 0, words, 3, options.length);
    return shell.run(words);
  }

  @Test
  void accountsAreCountedAndTheLargestNamed() {
    Shell.Result result = diff("--accounts", "accounts.csv");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(
            """
            accounts: 4
              quota        accounts  changed  lose  gain  held by a cap  allotted before  allotted after
              crm.credits         4        1     1     0          1 → 1          576,000         566,000

            largest losses of crm.credits, in credits
              account  edition       before   after  difference
              acme     professional  60,000  50,000     -10,000
            """);
    assertThat(result.code()).isZero();
  }

  @Test
  void objectsOfJsonSayTheSame() {
    shell.write(
        "accounts.ndjson",
        """
        {"product": "crm", "account": "acme", "edition": "professional", "seats": {"user": 100}, "facts": {"region": "eu"}}
        {"product": "crm", "account": "globex, inc", "edition": "professional", "seats": {"user": 2000}, "addons": {"extra": {"mode": "bought", "amount": 25000}}}

        {"product": "crm", "account": "initech", "at": "2026-01-01T00:00:00Z", "edition": "free", "signedUp": null, "addons": {"extra": {"mode": "used", "limit": 1000}}}
        {"product": "crm", "account": "umbrella", "edition": "professional", "seats": {}}
        """);
    assertThat(diff("--accounts", "accounts.ndjson")).isEqualTo(diff("--accounts", "accounts.csv"));
  }

  @Test
  void aBadRowSaysWhereAndWhatAndTheOthersAreCounted() {
    shell.write(
        "accounts.csv",
        ACCOUNTS
            + """
            crm,hooli,profesional,5,,
            crm,"stark,free,,,
            crm,wayne,free,,,,
            crm,wonka,free,-3,,
            """);
    Shell.Result result = diff("--accounts", "accounts.csv");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).contains("accounts: 4\n");
    assertThat(result.err())
        .isEqualTo(
            """
            accounts.csv:6: column `edition`: there is no edition `profesional` of crm; did you mean `professional`?
            accounts.csv:7: a quote is not closed: a cell ends on the line on which it begins
            accounts.csv:8: 7 cells under 6 columns
            accounts.csv:9: column `seats.user`: `seats.user` is a whole number from 0, and not `-3`
            tollgate diff: 4 rows of `accounts.csv` could not be understood; the others were counted
            """);
  }

  @Test
  void aTableWithAColumnThatMeansNothingIsRefusedWhole() {
    shell.write("accounts.csv", ACCOUNTS.replace("seats.user", "users"));
    Shell.Result result = diff("--accounts", "accounts.csv");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("`accounts.csv:1`: there is no column `users`");
    shell.write("accounts.csv", "");
    assertThat(diff("--accounts", "accounts.csv").err()).contains("the file is empty");
    assertThat(diff("--accounts", "acounts.csv").err()).contains("there is no file");
  }

  @Test
  void aCommentForAPullRequestHasTheAccountsInItsShortPart() {
    shell.write("accounts.csv", ACCOUNTS.replace("acme", "a|c*me"));
    assertThat(diff("--accounts", "accounts.csv", "--format", "markdown").out())
        .contains("| crm.credits | 4 | 1 | 1 | 0 | 1 → 1 | 576,000 | 566,000 |\n")
        .contains("| a\\|c\\*me | professional | 60,000 | 50,000 | -10,000 |\n");
  }

  @Test
  void forProgramsEveryNumberStandsAlone() {
    var quota = diff("--accounts", "accounts.csv", "--format", "json").json().at("/fleet/quotas/0");
    assertThat(quota.get("lose").asLong()).isEqualTo(1);
    assertThat(quota.at("/before/heldByCap").asLong()).isEqualTo(1);
    assertThat(quota.at("/losses/0/after").decimalValue()).isEqualByComparingTo("50000");
  }

  @Test
  void accountsOfARunningServiceAreReadPageByPage() throws Exception {
    Shell.in(folder).write("rules/crm.toll", POLICY);
    ServingThread service = ServingThread.start(shell);
    try {
      HttpClient client = HttpClient.newHttpClient();
      String address = "http://127.0.0.1:" + service.port();
      for (int number = 0; number < 3; number++) {
        URI account = URI.create(address + "/v1/products/crm/accounts/a" + number);
        String body =
            "{\"edition\": \"professional\", \"seats\": {\"user\": %d}}".formatted(number);
        client.send(
            HttpRequest.newBuilder(account)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding());
      }
      Shell.Result result = diff("--accounts", address);
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).contains("crm.credits         3        2     2     0");
      assertThat(diff("--accounts", "http://127.0.0.1:1").err()).contains("does not answer");
    } finally {
      service.end();
    }
  }

  @Test
  void manyAccountsInManyPartsAreAllCounted() {
    StringBuilder many = new StringBuilder("product,account,edition,seats.user\n");
    for (int number = 0; number < 60_000; number++) {
      many.append("crm,account-with-a-long-name-").append(number).append(",professional,10\n");
    }
    shell.write("accounts.csv", many.toString());
    var quota = diff("--accounts", "accounts.csv", "--format", "json").json().at("/fleet/quotas/0");
    assertThat(quota.get("lose").asLong()).isEqualTo(60_000);
    assertThat(quota.at("/after/sum").decimalValue()).isEqualByComparingTo("840000000");
  }

  @Test
  void aLogOfCallsIsReplayedUnderBothPolicies() {
    shell.write(
        "new/crm.toll", POLICY.replace("base 5_000", "base 2").replace("at 0.14", "at 0.20"));
    shell.write(
        "calls.csv",
        """
        time,product,account,call,end
        2026-01-01T10:00:00Z,crm,initech,leads.get,
        2026-01-01T10:00:02Z,crm,initech,leads.get,
        2026-01-01T10:00:01Z,crm,acme,leads.get,
        2026-01-01T10:00:03Z,crm,initech,leads.get,
        2026-01-01T10:00:04Z,crm,nobody,leads.get,
        """);
    Shell.Result result = diff("--accounts", "accounts.csv", "--usage", "calls.csv");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(
            """
            calls replayed: 5
              calls                before   after
              allowed                   4       4
              denied                    0       0
              not understood            1       1
              billed for use, USD    0.00  0.0002
              no account fares otherwise
              the first call not understood before, line 6: there is no account `nobody`
              the first call not understood after, line 6: there is no account `nobody`
            """);
  }

  @Test
  void anAccountThatIsDeniedIsNamedWithItsFirstCall() {
    shell.write("new/crm.toll", POLICY.replace("base 10_000  + 500 per user", "base 1"));
    shell.write(
        "calls.ndjson",
        """
        {"time": "2026-01-01T10:00:00Z", "product": "crm", "account": "acme", "call": "leads.get"}
        {"time": "2026-01-01T10:00:01Z", "product": "crm", "account": "acme", "call": "leads.get"}
        """);
    Shell.Result result = diff("--accounts", "accounts.csv", "--usage", "calls.ndjson");
    assertThat(result.out())
        .contains("crm.credits: 1 call newly denied, 0 newly allowed\n")
        .contains("acme     2026-01-01T10:00:01Z  leads.get  denied by crm.credits");
    var replay =
        diff("--accounts", "accounts.csv", "--usage", "calls.ndjson", "--format", "json")
            .json()
            .get("replay");
    assertThat(replay.at("/newlyDenied/crm.credits").asLong()).isEqualTo(1);
    assertThat(replay.at("/largest/0/at").asText()).isEqualTo("2026-01-01T10:00:01Z");
  }

  @Test
  void callsNeedTheirAccounts() {
    assertThat(diff("--usage", "calls.csv").err()).contains("name them with `--accounts FILE`");
  }
}
