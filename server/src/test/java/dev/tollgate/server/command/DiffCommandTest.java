package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

  private static final String POLICY =
      """
      product crm  accept W433 "an example" {
        zone UTC
        unit credit, credits
        seat user, users
        edition free
        edition professional
        calls records.insert  with records up to 100
        calls batch.run       with calls up to 5
        calls open

        quota credits in credits {
          per     account
          window  rolling 24 hours
          allot free          base 5_000
          allot professional  base 10_000  + 500 per user  cap 500_000

          call records.insert  costs 1 per 10 records
          call batch.run       costs sum of its calls
          any other call       costs 1
        }

        addon extra {
          adds   to credits
          most   100_000
          bill   bought, per day, a month is 30 days
          price  USD per 1_000 {
            first 25_000  at 0.14
            next  75_000  at 0.06
          }
        }
      }
      """;

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void stand() {
    shell = Shell.in(folder);
    shell.write("old/crm.toll", POLICY);
  }

  private Shell.Result diff(String was, String is, String... options) {
    assertThat(POLICY).contains(was);
    shell.write("new/crm.toll", POLICY.replace(was, is));
    String[] words = new String[3 + options.length];
    words[0] = "diff";
    words[1] = "old";
    words[2] = "new";
    System.arraycopy(options, 0, words, 3, options.length);
    Shell.Result result = shell.run(words);
    assertThat(result.err()).isEmpty();
    return result;
  }

  @Test
  void aSmallerAmountPerSeatSaysWhoLosesHowMuch() {
    Shell.Result result = diff("500 per user", "400 per user");
    assertThat(result.out())
        .isEqualTo(
            """
            crm.credits, allotment of professional, in credits
              1..980 users: lose 100 per user (10_500 → 10_400 at 1, 500_000 → 402_000 at 980)
              981..1_224 users: lose 490_000 − 400 per user (500_000 → 402_400 at 981, 500_000 → 499_600 at 1_224)
              0 and from 1_225 users: unchanged
              they lose at most 98_000, with 980 users
              verdict: never better for any account

            Worse, for example: crm.credits, allotment of professional, in credits; 1 user: 10_500 → 10_400
            Nothing changes for anybody in: crm.credits, allotment of free; crm.credits, what calls cost; the price of crm.extra
            verdict: never better for any account
            """);
    assertThat(result.code()).isZero();
  }

  @Test
  void whatIsLaidOutOrOrderedOtherwiseIsIdentical() {
    Shell.Result result =
        diff(
            "base 10_000  + 500 per user  cap 500_000", "500 per user + 10_000 cap 500_000 # same");
    assertThat(result.out()).isEqualTo("verdict: identical in effect\n");
    assertThat(diff("edition free", "edition free", "--fail-on", "any").code()).isZero();
  }

  @Test
  void aCostSaysFromWhichParameterOn() {
    assertThat(diff("1 per 10 records", "1 per 20 records").out())
        .contains("crm.credits, cost of records.insert, in credits\n")
        .doesNotContain("batch.run")
        .contains("  31..50 records: cost less by 2\n")
        .contains("  91..100 records: cost less by 5\n")
        .contains("  0..10 records: unchanged\n")
        .contains(
            "Better, for example: crm.credits, cost of records.insert, in credits; 11 records: 2 → 1")
        .contains("verdict: never worse for any account");
  }

  @Test
  void aPriceSaysFromWhichAmountOn() {
    assertThat(diff("at 0.06", "at 0.07").out())
        .contains("crm.extra, price, in USD a day\n")
        .contains("25_001..100_000 extra: pay more by 0.01 per 1_000 − 0.25 (3.50006 → 3.50007")
        .contains("0..25_000 extra: unchanged")
        .contains("at most 0.75, with 100_000 extra")
        .contains("verdict: never better for any account");
  }

  @Test
  void whatIsNoAmountIsSaidBeforeAndAfter() {
    assertThat(diff("rolling 24 hours", "rolling 12 hours").out())
        .isEqualTo(
            """
            crm.credits, window
              before: rolling 24 hours
              after:  rolling 12 hours
              verdict: never worse for any account

            Nothing changes for anybody in: the price of crm.extra
            verdict: never worse for any account
            """);
  }

  @Test
  void aCommentForAPullRequestBeginsWithTheVerdictAndFoldsTheNumbers() {
    assertThat(diff("base 5_000", "base 6_000", "--format", "markdown").out())
        .isEqualTo(
            """
            ### Effect on accounts: never worse for any account

            | what | for whom | at most | verdict |
            | --- | --- | --- | --- |
            | crm.credits, allotment of free, in credits | all | gain 1_000: 5_000 → 6_000 | better |

            - Better, for example: crm.credits, allotment of free, in credits; 5_000 → 6_000
            - Nothing changes for anybody in: crm.credits, allotment of professional; crm.credits, what calls cost; the price of crm.extra

            <details>
            <summary>Before and after, number by number</summary>

            **crm.credits, allotment of free, in credits**

            ```
            5_000 before, 6_000 after: gain 1_000
            ```

            </details>
            """);
  }

  @Test
  void forProgramsTheNumbersStandAlone() {
    var json = diff("500 per user", "400 per user", "--format", "json").json();
    assertThat(json.get("verdict").asText()).isEqualTo("never-better");
    var shift = json.get("changes").get(0).get("shifts").get(0);
    assertThat(shift.get("fall").get("most").asText()).isEqualTo("98000");
    assertThat(shift.get("segments").get(1).get("from").asLong()).isEqualTo(981);
    assertThat(shift.get("segments").get(1).get("rise").asText()).isEqualTo("400");
    assertThat(json.get("before").asText()).isNotEqualTo(json.get("after").asText());
  }

  @Test
  void theExitCodeSaysWhatIsAskedFor() {
    assertThat(diff("edition free", "edition free").code()).isZero();
    assertThat(diff("500 per user", "400 per user", "--fail-on", "worse").code()).isOne();
    assertThat(diff("500 per user", "600 per user", "--fail-on", "worse").code()).isZero();
    assertThat(diff("500 per user", "600 per user", "--fail-on", "any").code()).isOne();
  }

  @Test
  void aPolicyWithErrorsIsNotCompared() {
    shell.write("new/crm.toll", POLICY.replace("allot free  ", "allot fre  "));
    Shell.Result result = shell.run("diff", "old", "new");
    assertThat(result.code()).isOne();
    assertThat(result.err()).contains("T204");
  }

  @Test
  void revisionsOfTheRepositoryAroundTheRulesAreCompared() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      commit(git, POLICY);
      commit(git, POLICY.replace("500 per user", "400 per user"));
      shell.write("rules/crm.toll", POLICY.replace("500 per user", "300 per user"));
      String both = "1..980 users: lose 100 per user";
      assertThat(shell.run("diff", "main~1..main").out()).contains(both);
      assertThat(shell.run("diff", "main~1", "HEAD").out()).contains(both);
      assertThat(shell.run("diff", "HEAD").out()).contains("10_400 → 10_300 at 1");
      Shell.Result none = shell.run("diff", "release", "HEAD");
      assertThat(none.code()).isEqualTo(2);
      assertThat(none.err()).contains("there is no file, folder or revision `release`");
    }
  }

  @Test
  void aCloneWithoutItsHistoryWillDo() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      commit(git, POLICY);
      commit(git, POLICY.replace("500 per user", "400 per user"));
      Path clone = folder.resolve("clone");
      Git.cloneRepository()
          .setURI(folder.toUri().toString())
          .setDirectory(clone.toFile())
          .setDepth(1)
          .call()
          .close();
      Shell there = Shell.in(clone);
      there.write("rules/crm.toll", POLICY);
      assertThat(there.run("diff", "HEAD").out()).contains("1..980 users: gain 100 per user");
    }
  }

  @Test
  void theLogNamesEachCommitThatChangedANumber() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      commit(git, POLICY);
      commit(git, POLICY.replace("base 5_000", "base 6_000"));
      commit(git, POLICY.replace("500 per user", "400 per user"));
      Shell.Result result =
          shell.run("log", "crm.credits", "--edition", "professional", "--seat", "user=100");
      assertThat(result.err()).isEmpty();
      assertThat(result.out().lines().map(line -> line.replaceAll("^\\S+ \\S+ ", "")))
          .containsExactly(
              "Ann: 60,000 → 50,000 (rules: change a number)",
              "Ann: nothing → 60,000 (rules: change a number)");
      assertThat(shell.run("log", "crm.credit", "--edition", "professional").code()).isEqualTo(2);
    }
  }

  private void commit(Git git, String text) throws Exception {
    shell.write("rules/crm.toll", text);
    git.add().addFilepattern("rules").call();
    git.commit()
        .setMessage("rules: change a number")
        .setAuthor("Ann", "ann@example.org")
        .setCommitter("Ann", "ann@example.org")
        .setSign(false)
        .call();
  }
}
