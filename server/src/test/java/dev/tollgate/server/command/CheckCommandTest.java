package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String PRODUCT =
      """
      product shop "Shop" {
        zone UTC
        unit credit, credits
        edition free
        edition big
        calls orders.list
        quota credits "Credits" in credits {
          per account
          window rolling 24 hours
          allot free base 100
          allot big base 1_000
        }
      }
      """;

  private static final String TESTS =
      """
      tests for shop as of 2026-01-01

      test "free is small" {
        account free
        expect allotment 100
      }
      """;

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void writeRules() {
    shell = Shell.in(folder);
    shell.write("rules/shop.toll", PRODUCT);
    shell.write("rules/shop_test.toll", TESTS);
  }

  @Test
  void aGoodFolderPrintsNothing() {
    assertThat(shell.run("check", "rules")).isEqualTo(new Shell.Result(0, "", ""));
    assertThat(shell.run("check")).isEqualTo(new Shell.Result(0, "", ""));
  }

  @Test
  void aTypoIsShownInItsLineWithTheNameThatWasMeant() {
    shell.write("rules/shop.toll", PRODUCT.replace("allot big", "allot bigg"));
    assertThat(shell.run("check", "rules"))
        .isEqualTo(
            new Shell.Result(
                1,
                """
                rules/shop.toll:11:11: error T204: `bigg` is not an edition of shop
                11 |     allot bigg base 1_000
                   |           ^^^^
                   = did you mean `big` (rules/shop.toll:5)?

                1 error
                more: tollgate help T204
                """,
                ""));
  }

  @Test
  void colourIsForTerminals() {
    shell.write("rules/shop.toll", PRODUCT.replace("allot big", "allot bigg"));
    assertThat(shell.onTerminal().run("check").out()).contains("\u001b[1;31merror T204\u001b[0m");
  }

  @Test
  void aWarningIsPrintedAndChangesTheCodeOnlyWhenStrict() {
    shell.write("rules/shop.toll", PRODUCT.replace("  calls", "  seat user, users\n  calls"));
    Shell.Result result = shell.run("check");
    assertThat(result.out())
        .contains("warning W208")
        .endsWith("\n\n1 warning\nmore: tollgate help W208\n");
    assertThat(result.code()).isZero();
    assertThat(shell.run("check", "--strict").code()).isEqualTo(1);
  }

  @Test
  void aPageIsNamedOnceForEachCodeAndOnlyTheFirstSix() {
    shell.write(
        "rules/shop.toll",
        PRODUCT
            .replace("allot big", "allot bigg")
            .replace("allot free", "allot fre")
            .replace("zone UTC", "zone UTD"));
    assertThat(shell.run("check").out()).endsWith("3 errors\nmore: tollgate help T216 T204\n");
    shell.write(
        "rules/more.toll",
        """
        rule "r" for shop.credit {
          when regio is 5
        }
        contract "c" for shopp account a {
        }
        product other {
          quota q in calls {
            allot 5 kilos + 3 per user × 1.5
          }
        }
        """);
    assertThat(shell.run("check").out().lines().reduce((a, b) -> b).orElseThrow().split(" "))
        .hasSize(3 + 6);
  }

  @Test
  void aFileOfTheFolderIsReadWithTheOthersAndReportedAlone() {
    assertThat(shell.run("check", "rules/shop_test.toll")).isEqualTo(new Shell.Result(0, "", ""));
    shell.write("rules/shop.toll", PRODUCT.replace("allot big", "allot bigg"));
    assertThat(shell.run("check", "rules/shop_test.toll").out()).isEmpty();
    assertThat(shell.run("check", "rules/shop.toll").code()).isEqualTo(1);
  }

  @Test
  void aFileElsewhereStandsForItself() {
    shell.write("other/more_test.toll", TESTS);
    assertThat(shell.run("check", "other/more_test.toll").out())
        .contains("other/more_test.toll:1:11: error T202: `shop` is not a product");
  }

  @Test
  void aFileElsewhereIsReadWithTheFolderThatIsNamed() {
    shell.write("other/more_test.toll", TESTS.replace("free is small", "another"));
    assertThat(shell.run("check", "other/more_test.toll", "--rules", "rules"))
        .isEqualTo(new Shell.Result(0, "", ""));
  }

  @Test
  void aFileThatIsNotThereIsBadUsage() {
    assertThat(shell.run("check", "rules/shop.tol"))
        .isEqualTo(
            new Shell.Result(
                2,
                "",
                """
                tollgate check: there is no file or folder `rules/shop.tol`; did you mean `shop.toll`?
                  `tollgate check --help` says what it takes
                """));
  }

  @Test
  void aFolderWithoutRuleFilesIsBadUsage() {
    shell.write("empty/notes.txt", "nothing");
    assertThat(shell.run("check", "empty"))
        .isEqualTo(
            new Shell.Result(
                2,
                "",
                """
                tollgate check: there is no rule file in `empty`
                  their names end in .toll
                """));
  }

  @Test
  void programsGetEachDiagnosticWithItsPlaceAndFix() {
    shell.write("rules/shop.toll", PRODUCT.replace("allot big", "allot bigg"));
    Shell.Result result = shell.run("check", "--format", "json");
    JsonNode json = result.json();
    assertThat(result.code()).isEqualTo(1);
    assertThat(json.path("errors").asInt()).isEqualTo(1);
    assertThat(json.path("warnings").asInt()).isZero();
    JsonNode diagnostic = json.path("diagnostics").path(0);
    assertThat(diagnostic.path("code").asText()).isEqualTo("T204");
    assertThat(diagnostic.path("severity").asText()).isEqualTo("error");
    assertThat(diagnostic.path("file").asText()).isEqualTo("rules/shop.toll");
    assertThat(diagnostic.path("line").asInt()).isEqualTo(11);
    assertThat(diagnostic.path("column").asInt()).isEqualTo(11);
    assertThat(diagnostic.path("end").path("column").asInt()).isEqualTo(15);
    assertThat(diagnostic.path("fix").path("replacement").asText()).isEqualTo("big");
  }

  @Test
  void programsGetAnEmptyListWhenNothingIsWrong() {
    assertThat(shell.run("check", "--format", "json").out())
        .isEqualTo("{\"diagnostics\": [], \"errors\": 0, \"warnings\": 0}\n");
  }
}
