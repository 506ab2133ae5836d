package dev.tollgate.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table makes a test of each of its rows. */
class TablesTest {

  private static final String TABLE =
      """
      tests for shop.credits as of 2026-01-01

      test "<edition> with <users> users has <allotment>" {
        account <edition>, <users> users
        expect allotment <allotment>

        | edition | users | allotment |
        | small   | 3     | 100       |
        | large   | 3     | 230       |
        | large   | 1_000 | 1_000     |
      }
      """;

  @Test
  void eachRowHasAResultOfItsOwn() {
    List<TestResult> results = Shop.run(TABLE);

    assertThat(results).allMatch(TestResult::passed);
    assertThat(results)
        .extracting(TestResult::name)
        .containsExactly(
            "small with 3 users has 100",
            "large with 3 users has 230",
            "large with 1_000 users has 1_000");
    assertThat(results.get(1).place()).isEqualTo(new Place("tests.toll", 9, 3));
  }

  @Test
  void aRowThatIsNotSoFailsAlone() {
    List<TestResult> failed =
        Shop.run(TABLE.replace("230", "231")).stream().filter(result -> !result.passed()).toList();

    assertThat(failed).extracting(TestResult::name).containsExactly("large with 3 users has 231");
    assertThat(failed.get(0).failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.expected()).isEqualTo("allotment 231");
              assertThat(failure.actual()).isEqualTo("allotment 230");
            });
  }

  @Test
  void theCellsStandBehindATitleThatHasNoPlaceForThem() {
    assertThat(Shop.run(TABLE.replace("<edition> with <users> users has <allotment>", "all")))
        .extracting(TestResult::name)
        .contains("all: large, 3, 230");
  }

  @Test
  void whatIsWrongInACellIsSaidThereAndWhatIsWrongBesideTheTableOnce() {
    String wrong =
        TABLE
            .replace("| small  ", "| smal   ")
            .replace("allotment <allotment>", "used <allotment> of credit");

    assertThat(diagnostics(wrong))
        .extracting(found -> found.code().code() + " " + found.span().line())
        .containsExactly("T203 5", "T204 8");
  }

  @Test
  void rowsOfOneNameAreDeclaredTwice() {
    assertThat(diagnostics(TABLE.replace("| 1_000 | 1_000 ", "| 3     | 230   ")))
        .extracting(found -> found.code().code() + " " + found.span().line())
        .containsExactly("T201 10");
  }

  private static List<Diagnostic> diagnostics(String tests) {
    Compiled compiled =
        Compiler.compile(
            List.of(SourceText.of("shop.toll", Shop.POLICY), SourceText.of("tests.toll", tests)));
    return compiled.diagnostics();
  }
}
