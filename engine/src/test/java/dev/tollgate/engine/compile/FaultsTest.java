package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.nio.file.Path;
import java.util.EnumSet;
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
