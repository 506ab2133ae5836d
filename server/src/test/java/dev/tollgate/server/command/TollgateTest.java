package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TollgateTest {

  private final Shell shell = Shell.inProject();

  @Test
  void withoutACommandItSaysWhichThereAre() {
    assertThat(shell.run().out())
        .contains("serve", "check", "test", "explain", "quote", "help", "Exit codes:");
    assertThat(shell.run().code()).isZero();
  }

  @Test
  void helpSaysTheSameOfOneCommandAsItsOption() {
    assertThat(shell.run("help", "check").out())
        .contains("tollgate check", "--strict")
        .isEqualTo(shell.run("check", "--help").out());
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(shell.run("--version").out()).matches("tollgate \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  @Test
  void aCommandThatIsNotThereIsBadUsage() {
    assertThat(shell.run("chekc"))
        .isEqualTo(
            new Shell.Result(
                2,
                "",
                """
                tollgate: there is no command `chekc`; did you mean `check`?
                  `tollgate --help` says what it takes
                """));
  }

  @Test
  void anOptionThatIsNotThereIsBadUsage() {
    assertThat(shell.run("check", "--stricd"))
        .isEqualTo(
            new Shell.Result(
                2,
                "",
                """
                tollgate check: there is no option `--stricd`; did you mean `--strict`?
                  `tollgate check --help` says what it takes
                """));
  }

  @Test
  void anArgumentTooManyIsBadUsage() {
    assertThat(shell.run("serve", "rules").err())
        .startsWith("tollgate serve: `rules` is one argument too many\n");
    assertThat(shell.run("serve", "rules").code()).isEqualTo(2);
  }

  @Test
  void aFormatThatIsNotThereIsBadUsage() {
    Shell.Result result = shell.run("check", "--format", "xml");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().lines()).hasSize(2);
    assertThat(result.err()).contains("--format").contains("xml");
  }

  @Test
  void anOptionWithoutItsValueIsBadUsage() {
    Shell.Result result = shell.run("check", "--rules");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().lines()).hasSize(2);
  }

  @Test
  void aPathThatMeansNoPlaceIsBadUsageToo(@TempDir Path folder) {
    assertThat(Shell.in(folder).run("check", "a\0b").code()).isEqualTo(2);
  }
}
