package dev.tollgate.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticPrinter;
import dev.tollgate.grammar.diagnostic.DiagnosticPrinter.Colour;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.golden.Samples;
import dev.tollgate.grammar.tree.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyTextTest {

  private static final List<SourceText> SAMPLES = Samples.all();
  private static final List<String> PIECES = pieces();

  @Property(tries = 500)
  void noTextMakesTheParserThrow(@ForAll String text) {
    assertBounded(text);
  }

  @Property(tries = 2_000)
  void noOrderOfPiecesMakesTheParserThrow(@ForAll("soup") String text) {
    assertBounded(text);
  }

  @Property(tries = 2_000)
  void onePieceTakenOutIsFewDiagnostics(
      @ForAll("sample") SourceText sample, @ForAll("position") double position) {
    List<Lexeme> lexemes = SourceParser.lexemes(sample);
    Lexeme out = lexemes.get((int) (position * lexemes.size()));
    String text =
        sample.text().substring(0, out.span().start().offset())
            + sample.text().substring(out.span().end().offset());
    assertThat(parse(text)).hasSizeLessThanOrEqualTo(5);
  }

  @Property(tries = 1_000)
  void twoPiecesThatChangePlacesAreBounded(
      @ForAll("sample") SourceText sample,
      @ForAll("position") double first,
      @ForAll("position") double second) {
    List<String> texts =
        SourceParser.lexemes(sample).stream().map(Lexeme::text).collect(Collectors.toList());
    int i = (int) (first * texts.size());
    String moved = texts.set((int) (second * texts.size()), texts.get(i));
    texts.set(i, moved);
    assertBounded(String.join(" ", texts));
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join(" ", pieces));
  }

  @Provide
  Arbitrary<SourceText> sample() {
    return Arbitraries.of(SAMPLES);
  }

  @Provide
  Arbitrary<Double> position() {
    return Arbitraries.doubles().between(0, true, 1, false);
  }

  private static void assertBounded(String text) {
    assertThat(parse(text)).hasSizeLessThanOrEqualTo(Troubles.MOST + 1);
  }

  /** What is said of a text, each in its order, inside the text and printable. */
  private static List<Diagnostic> parse(String text) {
    SourceText source = SourceText.of("any.toll", text);
    List<Diagnostic> found = SourceParser.parse(source).diagnostics();
    DiagnosticPrinter printer = new DiagnosticPrinter(List.of(source), Colour.PLAIN);
    for (Diagnostic diagnostic : found) {
      assertThat(diagnostic.span().end().offset()).isLessThanOrEqualTo(source.text().length());
      assertThat(printer.print(diagnostic)).contains(diagnostic.message()).contains("^");
    }
    assertThat(found).isSortedAccordingTo(Diagnostic.BY_PLACE);
    return found;
  }

  private static List<String> pieces() {
    List<String> pieces = new ArrayList<>(Keywords.all());
    for (String sign : List.of("{", "}", "(", ")", "[", "]", ",", ":", "%", "+", "-", "×", "÷")) {
      pieces.addAll(List.of(sign, sign, "\n"));
    }
    pieces.addAll(
        List.of(">=", "<", "=", "!=", "&&", "||", "#", "\"", "\"text\"", "'x'", "é", "\0"));
    pieces.addAll(
        List.of("5", "5_000", "5,0", "0.5", "2026-01-01", "2026-99", "2026-01-01T10:00Z"));
    pieces.addAll(List.of("name", "a.b", "*.create", "Europe/Berlin", "product x {\n", "\n}\n"));
    return pieces;
  }
}
