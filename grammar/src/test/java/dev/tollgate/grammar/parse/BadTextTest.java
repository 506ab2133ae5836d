package dev.tollgate.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.Decoded;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.golden.Samples;
import dev.tollgate.grammar.golden.TreePrinter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadTextTest {

  static Stream<SourceText> samples() {
    return Samples.files().stream();
  }

  @Test
  void anEmptyTextDeclaresNothing() {
    Parsed parsed = parse("");
    assertThat(parsed.tree().declarations()).isEmpty();
    assertThat(parsed.diagnostics()).isEmpty();
  }

  @Test
  void aTextOfCommentsDeclaresNothing() {
    Parsed parsed = parse("# nothing\n\n   # more");
    assertThat(parsed.tree().declarations()).isEmpty();
    assertThat(parsed.diagnostics()).isEmpty();
  }

  @Test
  void aFileOfFiftyMegabytesIsRefusedUnread() {
    Decoded decoded = SourceText.decode("big.toll", new byte[50_000_000]);
    assertThat(decoded).isInstanceOf(Decoded.Refused.class);
    assertThat(((Decoded.Refused) decoded).diagnostic().code())
        .isEqualTo(DiagnosticCode.TEXT_TOO_LARGE);
  }

  @Test
  void aTextThatIsTooLongIsRefusedUnread() {
    Parsed parsed = parse(" ".repeat(SourceText.MAX_LENGTH + 1));
    assertThat(codes(parsed)).containsExactly(DiagnosticCode.TEXT_TOO_LARGE);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void lineEndsOfAnyKindAndAByteOrderMarkChangeNothing(SourceText sample) {
    String expected = TreePrinter.withPlaces(SourceParser.parse(sample).tree());
    for (String lineEnd : List.of("\r\n", "\r")) {
      Parsed parsed = parse("\uFEFF" + sample.text().replace("\n", lineEnd));
      assertThat(parsed.diagnostics()).isEmpty();
      assertThat(TreePrinter.withPlaces(parsed.tree())).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aTextThatBreaksOffAnywhereIsOneMistakeOrTwo(SourceText sample) {
    for (int end = 0; end < sample.text().length(); end++) {
      List<Diagnostic> found = parse(sample.text().substring(0, end)).diagnostics();
      assertThat(found).as("broken off at %d", end).hasSizeLessThanOrEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "{", "["})
  void bracketsMayStandAThousandOrAMillionDeep(String bracket) {
    for (int depth : List.of(1_000, 1_000_000)) {
      for (String start : List.of("", "product a {\n quota q in calls {\n  allot ", "\n body ")) {
        Parsed parsed = parse(start + bracket.repeat(depth));
        assertThat(codes(parsed)).contains(DiagnosticCode.NESTED_TOO_DEEP).hasSize(1);
      }
    }
  }

  @Test
  void bracketsAreReadToTheDeepestDepthAllowed() {
    int depth = NestingCheck.DEEPEST - 2;
    String amount = "(".repeat(depth) + "5" + ")".repeat(depth);
    Parsed parsed = parse("product a {\nquota q in calls {\nallot " + amount + "\n}\n}\n");
    assertThat(parsed.diagnostics()).isEmpty();
  }

  @Test
  void oneOpenBraceOnEachOfManyLinesIsRefused() {
    assertThat(codes(parse("product a {\n".repeat(200_000))))
        .containsExactly(DiagnosticCode.NESTED_TOO_DEEP);
  }

  @Test
  void faultsInEveryLineOfALongTextAreBounded() {
    assertThat(parse("}\n".repeat(100_000)).diagnostics()).hasSize(Troubles.MOST + 1);
  }

  @Test
  void aLineOfManyTermsIsRead() {
    String sum = "1" + " + 1".repeat(99_999);
    Parsed parsed = parse("product a {\nquota q in calls {\nallot " + sum + "\n}\n}\n");
    assertThat(parsed.diagnostics()).isEmpty();
  }

  @Test
  void ofAThousandErrorsAHundredAreReportedAndThatThereAreMore() {
    String errors = "  edition free\n  edition base\n".repeat(1_000);
    List<Diagnostic> found = parse("product crm {\n" + errors + "}\n").diagnostics();
    assertThat(found).hasSize(Troubles.MOST + 1);
    assertThat(found.get(Troubles.MOST).code()).isEqualTo(DiagnosticCode.TOO_MANY_ERRORS);
  }

  private static List<DiagnosticCode> codes(Parsed parsed) {
    return parsed.diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static Parsed parse(String text) {
    return SourceParser.parse(SourceText.of("bad.toll", text));
  }
}
