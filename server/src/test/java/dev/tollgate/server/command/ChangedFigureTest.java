package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One figure of the project's rules is changed: the tests that know it fail, and no others. */
class ChangedFigureTest {

  private static final Pattern FAILURE =
      Pattern.compile(" ✗ (.*)\\n +expected +(.*?) +\\(rules/.*\\)\\n +actual +(.*)\\n");

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void copyTheRulesOfTheProject() throws IOException {
    shell = Shell.in(folder);
    try (Stream<Path> files = Files.walk(Shell.PROJECT_RULES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".toll")).toList()) {
        shell.write(
            "rules/" + Shell.PROJECT_RULES.relativize(file).toString().replace('\\', '/'),
            Files.readString(file));
      }
    }
  }

  @Test
  void creditsForEachUserAreInTheTestsOfThatEditionAlone() throws IOException {
    assertThat(failuresWith("crm/crm.toll", "+ 250 per user", "+ 251 per user"))
        .containsExactly(
            "Standard with 10 users can buy at most 92,500:"
                + " most 92_500 extra_credits, but most 92_490 extra_credits",
            "Standard with 10 users: 7,500: allotment 7_500, but allotment 7_510",
            "Standard one user below its cap: allotment 99_750, but allotment 100_000",
            "Starter is the Standard edition: allotment 7_500, but allotment 7_510",
            "the EU launch promotion is for Standard too: allotment 12_500, but allotment 12_510");
  }

  /** What a check claims for all amounts comes before the tests of some. */
  @Test
  void aPriceOfASlabIsInTheCheckOfTheWholePrice() throws IOException {
    change("crm/crm.toll", "at 0.025", "at 0.026");
    Shell.Result result = shell.run("test", "rules");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains(
            "error T440: `price of extra_credits` is 21.75001 USD when `extra_credits` is 490_385");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aBlockOfRecordsIsInTheTestsOfItsCalls() throws IOException {
    assertThat(failuresWith("crm/crm.toll", "costs 1 per 50 records", "costs 1 per 49 records"))
        .containsExactly(
            "adding tags counts blocks of 50 records: cost 1, but cost 2",
            "removing tags counts blocks of 50 records: cost 1, but cost 2");
  }

  @Test
  void theLengthOfTheWindowIsInTheTestsOfWhatComesBack() throws IOException {
    String credits = "denied by credits TOO_MANY_REQUESTS until ";
    assertThat(failuresWith("crm/crm.toll", "rolling 24 hours", "rolling 23 hours"))
        .containsExactly(
            "credits come back 24 hours after they were consumed:"
                + " denied until 2026-01-02T10:00Z, but "
                + credits
                + "2026-01-02T09:00Z",
            "5,000 credits spent by 18:00: 500 are back at 02:30 and 2,000 at 06:30:"
                + " 0 remaining, but remaining 500",
            "the last credit can be consumed, one more is denied: "
                + credits
                + "2026-01-02T00:00Z, but "
                + credits
                + "2026-01-01T23:00Z",
            "an upgrade frees exactly the added room: denied until 2026-01-02T10:00Z, but "
                + credits
                + "2026-01-02T09:00Z",
            "after a downgrade calls are denied until enough has come back:"
                + " denied until 2026-01-02T12:00Z, but "
                + credits
                + "2026-01-02T11:00Z");
  }

  @Test
  void callsInFlightAreInTheTestsOfThatEditionAlone() throws IOException {
    assertThat(failuresWith("desk/desk.toll", "allot express       10", "allot express 9"))
        .containsExactly(
            "Express: 10 in flight:"
                + " allowed, but allowed at first, then denied by concurrency TOO_MANY_REQUESTS");
  }

  @Test
  void theLastDayToSignUpForTheGreaterAmountIsInItsTestAlone() throws IOException {
    assertThat(failuresWith("desk/desk.toll", "before 2025-10-30", "before 2025-10-31"))
        .containsExactly(
            "paid, signed up 2025-10-30, old limit 150,000, Professional, 10 agents: 80,000:"
                + " allotment 80_000, but allotment 150_000");
  }

  @Test
  void theCreditsOfABandAreInTheTestsOfItsOffsets() throws IOException {
    assertThat(failuresWith("desk/desk.toll", "to 2_000    3", "to 2_000    4"))
        .containsExactly(
            "a list at offset 1,500 costs 3: cost 3, but cost 4",
            "the bands of an offset end at 2,000, 10,000 and 100,000: cost 3, but cost 4");
  }

  /** What fails with another figure in its place, as it is printed: name, expected, actual. */
  private List<String> failuresWith(String file, String figure, String another) throws IOException {
    change(file, figure, another);
    Shell.Result result = shell.run("test", "rules");
    assertThat(result.code()).isEqualTo(1);
    return FAILURE
        .matcher(result.out())
        .results()
        .map(
            failure ->
                "%s: %s, but %s".formatted(failure.group(1), failure.group(2), failure.group(3)))
        .toList();
  }

  private void change(String file, String figure, String another) throws IOException {
    String text = Files.readString(folder.resolve("rules").resolve(file));
    assertThat(text).containsOnlyOnce(figure);
    shell.write("rules/" + file, text.replace(figure, another));
  }
}
