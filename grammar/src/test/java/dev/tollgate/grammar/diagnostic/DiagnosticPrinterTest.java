package dev.tollgate.grammar.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.DiagnosticPrinter.Colour;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {

  @Test
  void theAuthorsLineStandsBelowWithTheFaultUnderlined() {
    String line = "    allot enterprize     base 15_000  + 1_000 per user";
    SourceText source = SourceText.of("crm.toll", "\n".repeat(30) + line + "\n");
    Diagnostic diagnostic =
        Diagnostic.of(
                DiagnosticCode.UNKNOWN_EDITION,
                source.span(40, 50),
                "`enterprize` is not an edition of crm")
            .withHint("did you mean `enterprise` (crm.toll:12)?");
    assertThat(printer(source).print(diagnostic))
        .isEqualTo(
            """
            crm.toll:31:11: error T204: `enterprize` is not an edition of crm
            31 |     allot enterprize     base 15_000  + 1_000 per user
               |           ^^^^^^^^^^
               = did you mean `enterprise` (crm.toll:12)?
            """);
  }

  @Test
  void bothPlacesOfAClashAreShown() {
    SourceText source = SourceText.of("a.toll", "edition free\nedition free\n");
    Diagnostic diagnostic =
        Diagnostic.of(
                DiagnosticCode.DECLARED_TWICE, source.span(21, 25), "`free` is declared twice")
            .withRelated(source.span(8, 12), "first here");
    assertThat(printer(source).print(diagnostic))
        .isEqualTo(
            """
            a.toll:2:9: error T201: `free` is declared twice
            2 | edition free
              |         ^^^^
            a.toll:1:9: first here
            1 | edition free
              |         ^^^^
            """);
  }

  @Test
  void underlinesStandBelowWhatTheyMeanBesideTabsAndWideCharacters() {
    assertThat(printed("\t\tx y", 4, 5)).isEqualTo("1 |         x y\n  |           ^\n");
    assertThat(printed("\"漢字\" y", 5, 6)).isEqualTo("1 | \"漢字\" y\n  |        ^\n");
    assertThat(printed("\"e\u0301\" y", 5, 6)).isEqualTo("1 | \"e\u0301\" y\n  |     ^\n");
  }

  @Test
  void aMissingPieceIsOneCaretBehindTheLine() {
    assertThat(printed("base", 4, 4)).isEqualTo("1 | base\n  |     ^\n");
  }

  @Test
  void aFaultOfManyLinesIsUnderlinedToTheEndOfItsFirst() {
    assertThat(printed("ab cd\nef", 3, 8)).isEqualTo("1 | ab cd\n  |    ^^\n");
  }

  @Test
  void ofALongLineThePartAroundTheFaultIsShown() {
    String line = "a".repeat(1_000) + "X" + "b".repeat(1_000);
    String printed = printed(line, 1_000, 1_001);
    assertThat(printed.lines().findFirst().orElseThrow()).hasSizeLessThan(140).contains("aXb", "…");
    assertThat(printed.lines().skip(1).findFirst().orElseThrow().indexOf('^'))
        .isEqualTo(printed.indexOf('X'));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    assertThat(printed("a\u001b[31m", 0, 1)).doesNotContain("\u001b");
  }

  @Test
  void aWarningIsCalledOne() {
    SourceText source = SourceText.of("a.toll", "seat x");
    Diagnostic warning =
        Diagnostic.of(DiagnosticCode.SEAT_NEVER_COUNTED, source.span(5, 6), "`x` is never counted");
    assertThat(printer(source).print(warning)).startsWith("a.toll:1:6: warning W208: ");
  }

  @Test
  void coloursFrameSeverityAndUnderlineAlone() {
    SourceText source = SourceText.of("a.toll", "x");
    Diagnostic error = Diagnostic.of(DiagnosticCode.UNEXPECTED_TEXT, source.span(0, 1), "no");
    assertThat(new DiagnosticPrinter(List.of(source), Colour.ANSI).print(error))
        .isEqualTo(
            "a.toll:1:1: \u001b[1;31merror T108\u001b[0m: no\n1 | x\n  | \u001b[1;31m^\u001b[0m\n");
  }

  @Test
  void ofAnUnknownFileThePlaceAloneIsPrinted() {
    SourceText source = SourceText.of("a.toll", "x");
    Diagnostic error = Diagnostic.of(DiagnosticCode.UNEXPECTED_TEXT, source.span(0, 1), "no");
    assertThat(new DiagnosticPrinter(List.of(), Colour.PLAIN).print(error))
        .isEqualTo("a.toll:1:1: error T108: no\n");
  }

  @Test
  void manyAreSortedByTheirPlaces() {
    SourceText source = SourceText.of("a.toll", "x\ny");
    Diagnostic second = Diagnostic.of(DiagnosticCode.UNEXPECTED_TEXT, source.span(2, 3), "two");
    Diagnostic first = Diagnostic.of(DiagnosticCode.UNEXPECTED_TEXT, source.span(0, 1), "one");
    assertThat(printer(source).print(List.of(second, first)))
        .isEqualTo(
            """
            a.toll:1:1: error T108: one
            1 | x
              | ^

            a.toll:2:1: error T108: two
            2 | y
              | ^
            """);
  }

  private static String printed(String text, int start, int end) {
    SourceText source = SourceText.of("a.toll", text);
    String all =
        printer(source)
            .print(Diagnostic.of(DiagnosticCode.UNEXPECTED_TEXT, source.span(start, end), "no"));
    return all.substring(all.indexOf('\n') + 1);
  }

  private static DiagnosticPrinter printer(SourceText source) {
    return new DiagnosticPrinter(List.of(source), Colour.PLAIN);
  }
}
