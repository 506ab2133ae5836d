package dev.tollgate.grammar.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.Decoded;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.DiagnosticPrinter;
import dev.tollgate.grammar.diagnostic.DiagnosticPrinter.Colour;
import dev.tollgate.grammar.diagnostic.Fixes;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import dev.tollgate.grammar.parse.Parsed;
import dev.tollgate.grammar.parse.SourceParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoldenTest {

  /** Said of files of 4 MiB, which are better made by a test than kept. */
  private static final Set<DiagnosticCode> WITHOUT_GOLDEN =
      EnumSet.of(DiagnosticCode.TEXT_TOO_LARGE);

  @TestFactory
  Stream<DynamicTest> samplesAreRead() {
    return new Golden("sample").tests(".tree", GoldenTest::tree);
  }

  @TestFactory
  Stream<DynamicTest> samplesAreLaidOut() {
    return new Golden("sample").tests(".formatted", GoldenTest::formatted);
  }

  @TestFactory
  Stream<DynamicTest> formsAreRead() {
    return new Golden("form").tests(".tree", GoldenTest::tree);
  }

  @TestFactory
  Stream<DynamicTest> formsAreLaidOut() {
    return new Golden("form").tests(".formatted", GoldenTest::formatted);
  }

  @TestFactory
  Stream<DynamicTest> faultsAreReported() {
    return new Golden("fault").tests(".txt", GoldenTest::reported);
  }

  @TestFactory
  Stream<DynamicTest> fixesMendTheirFaultAndMakeNoOther() {
    return new Golden("fault")
        .inputs().stream()
            .flatMap(
                input ->
                    diagnostics(Golden.bytes(input)).stream()
                        .filter(found -> found.fix().isPresent())
                        .map(
                            found ->
                                DynamicTest.dynamicTest(
                                    Golden.stem(input) + ": " + found.message(),
                                    () -> assertMended(input, found))));
  }

  private static void assertMended(Path input, Diagnostic found) {
    SourceText source = SourceText.of("rules.toll", lossy(Golden.bytes(input)));
    SourceText mended = Fixes.applied(source, found.fix().stream().toList());
    int line = found.fix().orElseThrow().span().line();
    List<Diagnostic> before = SourceParser.parse(source).diagnostics();
    List<Diagnostic> after = SourceParser.parse(mended).diagnostics();
    assertThat(messages(after)).doesNotContain(found.message());
    assertThat(after)
        .as("what has come up in the line that was changed")
        .filteredOn(other -> !messages(before).contains(other.message()))
        .noneMatch(other -> other.span().line() == line);
  }

  private static List<String> messages(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::message).toList();
  }

  @Test
  void everyFaultOfATextHasAGolden() {
    Set<DiagnosticCode> missing = EnumSet.noneOf(DiagnosticCode.class);
    for (DiagnosticCode code : DiagnosticCode.values()) {
      if (code.code().startsWith("T1") && !WITHOUT_GOLDEN.contains(code)) {
        missing.add(code);
      }
    }
    for (Path input : new Golden("fault").inputs()) {
      diagnostics(Golden.bytes(input)).forEach(found -> missing.remove(found.code()));
    }
    assertThat(missing).isEmpty();
  }

  private static String tree(Path input) {
    SourceText source = text(input);
    Parsed parsed = SourceParser.parse(source);
    assertThat(printed(source, parsed.diagnostics())).isEmpty();
    SourceText laidOut = SourceText.of(source.name(), formatted(input));
    assertThat(TreePrinter.withoutPlaces(SourceParser.parse(laidOut).tree()))
        .as("the tree of the same text laid out")
        .isEqualTo(TreePrinter.withoutPlaces(parsed.tree()));
    return TreePrinter.withPlaces(parsed.tree());
  }

  private static String formatted(Path input) {
    SourceText source = text(input);
    String formatted = Formatter.format(source).orElseThrow();
    assertThat(Formatter.format(SourceText.of(source.name(), formatted)))
        .as("the layout of the layout")
        .contains(formatted);
    return formatted;
  }

  private static String reported(Path input) {
    SourceText shown = SourceText.of("rules.toll", lossy(Golden.bytes(input)));
    return printed(shown, diagnostics(Golden.bytes(input)));
  }

  private static String printed(SourceText source, List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    DiagnosticPrinter printer = new DiagnosticPrinter(List.of(source), Colour.PLAIN);
    for (Diagnostic diagnostic : diagnostics) {
      out.append(printer.print(diagnostic));
      diagnostic
          .fix()
          .ifPresent(
              fix ->
                  out.append(
                      "fix %d:%d-%d:%d `%s`%n"
                          .formatted(
                              fix.span().line(),
                              fix.span().column(),
                              fix.span().end().line(),
                              fix.span().end().column(),
                              fix.replacement().replace("\n", "⏎"))));
    }
    return out.toString();
  }

  private static List<Diagnostic> diagnostics(byte[] bytes) {
    return SourceText.decode("rules.toll", bytes)
        .accept(
            new Decoded.Visitor<>() {
              @Override
              public List<Diagnostic> text(Decoded.Text text) {
                return SourceParser.parse(text.source()).diagnostics();
              }

              @Override
              public List<Diagnostic> refused(Decoded.Refused refused) {
                return List.of(refused.diagnostic());
              }
            });
  }

  private static SourceText text(Path input) {
    return SourceText.of(input.getFileName().toString(), lossy(Golden.bytes(input)));
  }

  private static String lossy(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
