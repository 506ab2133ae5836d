package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {

  private static final String CANONICAL =
      """
      tests for shop as of 2026-01-01

      test "free has 100" {
        account  free
        expect   allotment 100
      }
      """;

  @TempDir private Path folder;
  private Shell shell;
  private Path file;

  @BeforeEach
  void writeFile() {
    shell = Shell.in(folder);
    file = shell.write("shop_test.toll", CANONICAL.replace("  account  ", "\taccount "));
  }

  @Test
  void aFileIsBroughtIntoItsLayoutAndNamed() throws IOException {
    assertThat(shell.run("fmt", "shop_test.toll"))
        .isEqualTo(new Shell.Result(0, "shop_test.toll\n", ""));
    assertThat(file).hasContent(CANONICAL);
    assertThat(shell.run("fmt", "shop_test.toll")).isEqualTo(new Shell.Result(0, "", ""));
  }

  @Test
  void checkingChangesNothingAndSaysWhatWouldChange() throws IOException {
    String before = Files.readString(file);
    assertThat(shell.run("fmt", "--check", "."))
        .isEqualTo(new Shell.Result(1, "shop_test.toll\n", ""));
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void aFileThatCannotBeReadAsRulesKeepsItsLayout() throws IOException {
    String before = Files.readString(file) + "}\n";
    shell.write("shop_test.toll", before);
    Shell.Result result = shell.run("fmt", "shop_test.toll");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("shop_test.toll:7:1: error T1");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void theRulesOfTheProjectAreInTheirLayout() {
    assertThat(Shell.inProject().run("fmt", "--check")).isEqualTo(new Shell.Result(0, "", ""));
  }
}
