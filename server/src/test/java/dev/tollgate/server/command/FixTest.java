package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --fix}. */
class FixTest {

  private static final String SHOP =
      """
      product shop "Shop" {
        zone UTC
        edition free
        edition big
        calls orders.list
        quota calls "Calls" in calls {
          per account
          window rolling 24 hours
          allot free base 1_000
          allot big base 10_000
        }
      }
      tests for shop as of 2026-01-01
      test "free is small" {
        account free
        expect allotment 1_000
      }
      """;

  private static final String WRONG =
      SHOP.replace("free base 1_000", "free base 1,000").replace("allot big", "allot bigg");

  private static final String DIFF =
      """
      --- rules/shop.toll
      +++ rules/shop.toll
      @@ -6,8 +6,8 @@
         quota calls "Calls" in calls {
           per account
           window rolling 24 hours
      -    allot free base 1,000
      -    allot bigg base 10_000
      +    allot free base 1_000
      +    allot big base 10_000
         }
       }
       tests for shop as of 2026-01-01
      """;

  @TempDir private Path folder;
  private Shell shell;
  private Path file;

  @BeforeEach
  void writeRules() {
    shell = Shell.in(folder);
    file = shell.write("rules/shop.toll", WRONG);
  }

  @Test
  void certainFaultsAreMendedAndTheFileIsNamed() throws IOException {
    assertThat(shell.run("check", "--fix"))
        .isEqualTo(new Shell.Result(0, "mended rules/shop.toll\n", ""));
    assertThat(Files.readString(file)).isEqualTo(SHOP);
    assertThat(shell.run("check", "--fix")).isEqualTo(new Shell.Result(0, "", ""));
    assertThat(Files.readString(file)).isEqualTo(SHOP);
  }

  @Test
  void whatIsLeftIsReported() throws IOException {
    shell.write("rules/shop.toll", WRONG.replace("hours", "of them"));
    Shell.Result result = shell.run("check", "--fix");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("mended rules/shop.toll\nrules/shop.toll:8:")
        .contains("\n1 error\n");
    assertThat(Files.readString(file)).isEqualTo(SHOP.replace("hours", "of them"));
  }

  @Test
  void aDryRunPrintsTheChangesAndMakesNone() throws IOException {
    assertThat(shell.run("check", "--fix", "--dry-run")).isEqualTo(new Shell.Result(1, DIFF, ""));
    assertThat(Files.readString(file)).isEqualTo(WRONG);
    shell.write("rules/shop.toll", SHOP);
    assertThat(shell.run("check", "--fix", "--dry-run")).isEqualTo(new Shell.Result(0, "", ""));
  }

  @Test
  void aDryRunIsOneOfFix() {
    assertThat(shell.run("check", "--dry-run").code()).isEqualTo(2);
    assertThat(shell.run("check", "--fix", "--dry-run", "--format", "json").code()).isEqualTo(2);
  }

  @Test
  void onlyFilesThatAreNamedAreChanged() throws IOException {
    Path other = shell.write("rules/other.toll", "# nothing\n");
    assertThat(shell.run("check", "--fix", "rules/other.toll"))
        .isEqualTo(new Shell.Result(0, "", ""));
    assertThat(Files.readString(file)).isEqualTo(WRONG);
    assertThat(other).hasContent("# nothing\n");
  }

  @Test
  void lineEndsAndAByteOrderMarkStayAsTheyAre() throws IOException {
    String mark = "\uFEFF";
    Files.writeString(file, mark + WRONG.replace("\n", "\r\n"));
    assertThat(shell.run("check", "--fix").code()).isZero();
    assertThat(Files.readString(file)).isEqualTo(mark + SHOP.replace("\n", "\r\n"));
  }

  @Test
  void whatIsNotCertainStays() throws IOException {
    String odd = SHOP.replace("allot big", "allot gold");
    shell.write("rules/shop.toll", odd);
    Shell.Result result = shell.run("check", "--fix");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).startsWith("rules/shop.toll:");
    assertThat(Files.readString(file)).isEqualTo(odd);
  }

  @Test
  void programsReadWhatIsLeftAlone() {
    Shell.Result result = shell.run("check", "--fix", "--format", "json");
    assertThat(result.json().path("errors").asInt()).isZero();
    assertThat(result.err()).isEqualTo("mended rules/shop.toll\n");
  }

  @Test
  void otherToolsGetALog() {
    Shell.Result result = shell.run("check", "--format", "sarif");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.json().at("/runs/0/results").findValuesAsText("ruleId"))
        .containsExactly("T116", "T204");
  }
}
