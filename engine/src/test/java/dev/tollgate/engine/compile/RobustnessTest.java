package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustnessTest {

  @Test
  void tenMistakesGiveTenDiagnostics() {
    String text = Golden.text(Path.of("src/test/resources/golden/compile/ten-mistakes.toll"));
    assertThat(Samples.compile(text).diagnostics()).hasSize(10);
  }

  @Test
  void aThousandMistakesAreBounded() {
    StringBuilder text = new StringBuilder("product p {\n  zone UTC\n  edition free\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("  fact f%d nothing%d\n".formatted(i, i));
    }
    Compiled compiled = Samples.compile(text + "}\n");
    assertThat(compiled.diagnostics()).hasSize(Findings.MOST + 1);
    assertThat(compiled.diagnostics().get(Findings.MOST).code())
        .isEqualTo(DiagnosticCode.TOO_MANY_ERRORS);
    assertThat(compiled.diagnostics().get(Findings.MOST).message()).startsWith("900 more");
  }

  @Test
  void aTextThatIsNoRuleFileIsGivenUpOnceAndSaysSo() {
    List<Diagnostic> found = Samples.compile("?\n".repeat(1_000)).diagnostics();
    assertThat(found).hasSize(Findings.MOST + 1);
    assertThat(found.get(Findings.MOST).code()).isEqualTo(DiagnosticCode.TOO_MANY_ERRORS);
    assertThat(found.get(Findings.MOST).message()).startsWith("more than 100 faults");
  }

  @Test
  void everyBeginningOfASampleCompilesOrSaysWhyNot() {
    for (SourceText sample : Samples.folder().sources()) {
      String text = sample.text();
      for (int end = 0; end <= text.length(); end += 61) {
        compiles(List.of(SourceText.of("cut.toll", text.substring(0, end))));
      }
    }
  }

  @Test
  void aFileThatBreaksOffIsOneMistakeOrTwoInAllFilesTogether() {
    List<SourceText> sources = Samples.folder().sources();
    for (SourceText sample : sources) {
      for (int end = 1; end < sample.text().length(); end += 61) {
        List<SourceText> cut = new ArrayList<>(sources);
        cut.remove(sample);
        cut.add(SourceText.of(sample.name(), sample.text().substring(0, end)));
        assertThat(errors(Compiler.compile(cut)))
            .as("%s broken off at %d", sample.name(), end)
            .hasSizeLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void aFileThatCannotBeReadHidesNoMistakeOfTheOthersAndMakesNone() {
    List<SourceText> others = new ArrayList<>(Samples.folder().sources());
    SourceText product = others.stream().filter(it -> it.name().equals("crm.toll")).findAny().get();
    others.remove(product);
    others.add(SourceText.of("more.toll", "product more {\n  zone Nowhere\n}\n"));
    Diagnostic unreadable =
        Diagnostic.of(DiagnosticCode.NOT_UTF8, product.span(0, 0), "the file is not UTF-8");
    assertThat(Compiler.compile(others, List.of(unreadable)).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.NOT_UTF8, DiagnosticCode.UNKNOWN_ZONE);
  }

  @Test
  void everySampleWithoutOneOfItsWordsCompilesOrSaysWhyNot() {
    Random random = new Random(20260101);
    for (SourceText sample : Samples.folder().sources()) {
      List<String> words = List.of(sample.text().split("(?<=\\s)"));
      for (int round = 0; round < 45; round++) {
        List<String> damaged = new ArrayList<>(words);
        int at = random.nextInt(damaged.size());
        switch (round % 3) {
          case 0 -> damaged.remove(at);
          case 1 -> damaged.set(at, damaged.get(random.nextInt(damaged.size())));
          default -> Collections.swap(damaged, at, random.nextInt(damaged.size()));
        }
        compiles(List.of(SourceText.of("damaged.toll", String.join("", damaged))));
      }
    }
  }

  @Test
  void whatStandsInOneFileDoesNotHideTheFaultsOfAnother() {
    Compiled compiled =
        Compiler.compile(
            List.of(
                SourceText.of("a.toll", "product a {\n  zone UTC\n  edition\n}\n"),
                SourceText.of("b.toll", "product b {\n  zone Nowhere\n}\n")));
    assertThat(compiled.diagnostics())
        .extracting(found -> found.span().file() + " " + found.code())
        .contains("a.toll MISSING_TEXT", "b.toll UNKNOWN_ZONE");
  }

  @Test
  void theOrderOfTheFilesDoesNotMatter() {
    List<SourceText> sources = new ArrayList<>(Samples.folder().sources());
    Compiled straight = Compiler.compile(sources);
    Collections.reverse(sources);
    Compiled reversed = Compiler.compile(sources);
    assertThat(reversed.policy()).isEqualTo(straight.policy());
    assertThat(reversed.diagnostics()).isEqualTo(straight.diagnostics());
  }

  @Test
  void aProductOfManyFactorsIsRefusedAndNotDivedInto() {
    String factors = " × 2".repeat(50_000);
    Compiled compiled =
        Samples.compile(
            "product p {\n  zone UTC\n  quota q in calls {\n    allot 1" + factors + "\n  }\n}\n");
    assertThat(compiled.diagnostics())
        .extracting(Diagnostic::code)
        .contains(DiagnosticCode.NESTED_TOO_DEEP);
  }

  @Test
  void noFilesAreAPolicyWithoutProducts() {
    assertThat(Compiler.compile(List.of()).policy())
        .hasValueSatisfying(policy -> assertThat(policy.products()).isEmpty());
  }

  private static List<Diagnostic> errors(Compiled compiled) {
    return compiled.diagnostics().stream()
        .filter(found -> found.severity() == Severity.ERROR)
        .toList();
  }

  private static void compiles(List<SourceText> sources) {
    Compiled compiled = Compiler.compile(sources);
    assertThat(compiled.diagnostics()).isSortedAccordingTo(Diagnostic.BY_PLACE);
    for (Diagnostic found : compiled.diagnostics()) {
      assertThat(found.message()).doesNotContain("\n").doesNotEndWith(".");
    }
  }
}
