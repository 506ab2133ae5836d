package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {

  private static final String CANONICAL =
      """
      tests for shop as of 2026-01-01

      test "free has 100" {
        account  free
        expect   allotment 100
      }
      """;

  private static final String MANGLED = CANONICAL.replace("  account  ", "\taccount ");

  private static final String DIFF =
      """
      --- shop_test.toll
      +++ shop_test.toll
      @@ -1,6 +1,6 @@
       tests for shop as of 2026-01-01
      \s
       test "free has 100" {
      -\taccount free
      +  account  free
         expect   allotment 100
       }
      """;

  @TempDir private Path folder;
  private Shell shell;
  private Path file;

  @BeforeEach
  void writeFile() {
    shell = Shell.in(folder);
    file = shell.write("shop_test.toll", MANGLED);
  }

  @Test
  void aFileIsBroughtIntoItsLayoutAndNamed() {
    assertThat(shell.run("fmt", "shop_test.toll"))
        .isEqualTo(new Shell.Result(0, "shop_test.toll\n", ""));
    assertThat(file).hasContent(CANONICAL);
    assertThat(shell.run("fmt", "shop_test.toll")).isEqualTo(new Shell.Result(0, "", ""));
  }

  @Test
  void filesBelowAFolderAreBroughtIntoTheirLayoutAndNothingElseIsLeftThere() throws IOException {
    Path other = shell.write("below/other_test.toll", MANGLED);
    shell.write("below/notes.txt", MANGLED);
    assertThat(shell.run("fmt", ".").out().lines())
        .containsExactlyInAnyOrder("shop_test.toll", "below/other_test.toll");
    assertThat(other).hasContent(CANONICAL);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(3);
    }
  }

  @Test
  void checkingChangesNothingAndPrintsWhatWouldChange() throws IOException {
    assertThat(shell.run("fmt", "--check", ".")).isEqualTo(new Shell.Result(1, DIFF, ""));
    assertThat(Files.readString(file)).isEqualTo(MANGLED);
  }

  @Test
  void standardInputIsLaidOutOnStandardOutput() {
    assertThat(shell.reading(MANGLED).run("fmt", "-"))
        .isEqualTo(new Shell.Result(0, CANONICAL, ""));
    assertThat(shell.reading(CANONICAL).run("fmt", "-"))
        .isEqualTo(new Shell.Result(0, CANONICAL, ""));
  }

  @Test
  void standardInputCanBeCheckedToo() {
    assertThat(shell.reading(MANGLED).run("fmt", "--check", "-"))
        .isEqualTo(new Shell.Result(1, DIFF.replace("shop_test.toll", "standard input"), ""));
    assertThat(shell.reading(CANONICAL).run("fmt", "--check", "-"))
        .isEqualTo(new Shell.Result(0, "", ""));
  }

  @Test
  void standardInputThatCannotBeReadAsRulesGivesNoOutput() {
    Shell.Result result = shell.reading(CANONICAL + "}\n").run("fmt", "-");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("standard input:7:1: error T111");
  }

  @Test
  void standardInputStandsAlone() {
    assertThat(shell.run("fmt", "-", "shop_test.toll").code()).isEqualTo(2);
  }

  @Test
  void aFileThatCannotBeReadAsRulesKeepsItsLayoutAndTheOthersGetTheirs() throws IOException {
    Path broken = shell.write("broken_test.toll", MANGLED + "}\n");
    Shell.Result result = shell.run("fmt", ".");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEqualTo("shop_test.toll\n");
    assertThat(result.err()).startsWith("broken_test.toll:7:1: error T111");
    assertThat(Files.readString(broken)).isEqualTo(MANGLED + "}\n");
    assertThat(file).hasContent(CANONICAL);
  }

  @Test
  void aFileThatIsNoTextStaysAsItIs() throws IOException {
    byte[] latin1 = {'#', ' ', (byte) 0xE9, '\n'};
    Files.write(file, latin1);
    Shell.Result result = shell.run("fmt", "shop_test.toll");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).startsWith("shop_test.toll:1:3: error T101");
    assertThat(Files.readAllBytes(file)).isEqualTo(latin1);
  }

  @Test
  void whatTheRulesMeanDoesNotMatterToTheirLayout() {
    Path unknown = shell.write("rules/shop_test.toll", MANGLED.replace("free", "fre"));
    assertThat(shell.run("fmt", "rules"))
        .isEqualTo(new Shell.Result(0, "rules/shop_test.toll\n", ""));
    assertThat(unknown).hasContent(CANONICAL.replace("free", "fre"));
  }

  @Test
  void carriageReturnsAndAByteOrderMarkAreLeftOut() throws IOException {
    Files.writeString(file, "\uFEFF" + CANONICAL.replace("\n", "\r\n"));
    assertThat(shell.run("fmt", "--check", "shop_test.toll").code()).isEqualTo(1);
    assertThat(shell.run("fmt", "shop_test.toll").out()).isEqualTo("shop_test.toll\n");
    assertThat(Files.readString(file)).isEqualTo(CANONICAL);

    Files.writeString(file, "\uFEFF" + CANONICAL);
    assertThat(shell.run("fmt", "shop_test.toll").out()).isEqualTo("shop_test.toll\n");
    assertThat(Files.readString(file)).isEqualTo(CANONICAL);
  }

  @Test
  void aFileThatIsNotThereIsBadUsage() {
    assertThat(shell.run("fmt", "shop.toll").code()).isEqualTo(2);
  }

  @Test
  void itsLongNameDoesTheSame() {
    assertThat(shell.run("format", "--check", ".")).isEqualTo(new Shell.Result(1, DIFF, ""));
  }

  @Test
  void theRulesOfTheProjectAreInTheirLayout() {
    assertThat(Shell.inProject().run("fmt", "--check")).isEqualTo(new Shell.Result(0, "", ""));
  }
}
