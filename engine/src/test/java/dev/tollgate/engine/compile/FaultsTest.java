package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Fixes;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FaultsTest {

  private static final Golden GOLDEN = new Golden("compile");

  @TestFactory
  Stream<DynamicTest> faultsAreReported() {
    return GOLDEN.tests(FaultsTest::reported);
  }

  @TestFactory
  Stream<DynamicTest> fixesMendTheirFaultAndMakeNoOther() {
    return GOLDEN.inputs().stream()
        .map(Golden::text)
        .flatMap(
            text ->
                Samples.compile(text).diagnostics().stream()
                    .filter(found -> found.fix().isPresent())
                    .map(found -> dynamicTest(found.message(), () -> assertMended(text, found))));
  }

  private static void assertMended(String text, Diagnostic found) {
    SourceText source = SourceText.of("policy.toll", text);
    String mended = Fixes.applied(source, found.fix().stream().toList()).text();
    int line = found.fix().orElseThrow().span().line();
    List<String> before = messages(Samples.compile(text));
    List<Diagnostic> after = Samples.compile(mended).diagnostics();
    assertThat(after).extracting(Diagnostic::message).doesNotContain(found.message());
    assertThat(after)
        .as("what has come up in the line that was changed")
        .filteredOn(other -> !before.contains(other.message()))
        .noneMatch(other -> other.span().line() == line);
  }

  private static List<String> messages(Compiled compiled) {
    return compiled.diagnostics().stream().map(Diagnostic::message).toList();
  }

  @Test
  void everyFaultOfMeaningHasAGolden() {
    Set<DiagnosticCode> missing = EnumSet.allOf(DiagnosticCode.class);
    missing.removeIf(code -> code.code().matches("T[15].*"));
    for (Path input : GOLDEN.inputs()) {
      for (Diagnostic found : Samples.compile(Golden.text(input)).diagnostics()) {
        missing.remove(found.code());
      }
    }
    assertThat(missing).isEmpty();
  }

  private static String reported(String text) {
    Compiled compiled = Samples.compile(text);
    StringBuilder out = new StringBuilder(Samples.printed(compiled));
    for (Diagnostic diagnostic : compiled.diagnostics()) {
      diagnostic
          .fix()
          .ifPresent(
              fix ->
                  out.append(
                      "fix %d:%d: `%s`%n"
                          .formatted(fix.span().line(), fix.span().column(), fix.replacement())));
    }
    return out.toString();
  }
}
