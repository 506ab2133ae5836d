package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.HelpPage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpCommandTest {

  private final Shell shell = Shell.inShop();

  @Test
  void itListsTheCommandsAndAllCodesByWhatTheyAreAbout() {
    Shell.Result result = shell.run("help");
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith(shell.run("--help").out());
    assertThat(result.out())
        .containsSubsequence(
            "\nThe text\n  T101  the file is not UTF-8",
            "\nNames\n  T201  a name is declared twice",
            "\n  T207  ",
            "\n  W208  a seat is never counted",
            "\n  T209  ",
            "\nUnits, types and quantities\n  T301  ",
            "\nMeaning\n  T401  ");
    assertThat(result.out().lines().map(line -> line.split(" +")).filter(it -> it.length > 1))
        .extracting(words -> words[1])
        .containsAll(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::code).toList());
  }

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void everyCodeIsExplained(DiagnosticCode code) {
    Shell.Result result = shell.run("help", code.code());
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith(code.code() + ": " + HelpPage.of(code).title() + "\n\n")
        .contains("\nWrong\n\n", "\nRight\n\n")
        .doesNotContain("```", "\n#");
  }

  @Test
  void examplesAreIndentedAndTheRestIsNot() {
    assertThat(shell.run("help", "T204").out())
        .contains(
            "\n    product shop", "\n        allot prp", "\nWhat to do\n\n- Correct the name");
  }

  @Test
  void headingsStandOutOnATerminal() {
    assertThat(shell.onTerminal().run("help", "T204").out())
        .startsWith("\u001b[1mT204: ")
        .contains("\u001b[1mWrong\u001b[0m\n");
    assertThat(shell.run("help", "T204").out()).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t204", "204"})
  void aCodeNeedNotBeWrittenInFull(String topic) {
    assertThat(shell.run("help", topic)).isEqualTo(shell.run("help", "T204"));
  }

  @Test
  void theNumberOfAWarningIsEnoughToo() {
    assertThat(shell.run("help", "208")).isEqualTo(shell.run("help", "W208"));
  }

  @Test
  void severalTopicsAreExplainedOneBelowTheOther() {
    assertThat(shell.run("help", "W208", "check").out())
        .isEqualTo(shell.run("help", "W208").out() + "\n" + shell.run("check", "--help").out());
  }

  @Test
  void aCodeThatIsNotThereIsBadUsage() {
    assertThat(shell.run("help", "T299"))
        .isEqualTo(
            new Shell.Result(
                2,
                "",
                """
                tollgate help: there is no command or code `T299`; did you mean `T301`?
                  `tollgate help` lists all of them
                """));
    assertThat(shell.run("help", "T208").err()).contains("did you mean `W208`?");
  }

  @Test
  void aTopicThatIsNotThereIsBadUsage() {
    assertThat(shell.run("help", "chekc").err()).contains("`chekc`; did you mean `check`?");
    assertThat(shell.run("help", "everything").err())
        .startsWith("tollgate help: there is no command or code `everything`\n");
    assertThat(shell.run("help", "check", "everything").out()).isEmpty();
  }
}
