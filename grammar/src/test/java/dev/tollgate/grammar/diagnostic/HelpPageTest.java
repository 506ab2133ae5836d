package dev.tollgate.grammar.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpPageTest {

  private static final Path PAGES =
      Path.of("src/main/resources/dev/tollgate/grammar/diagnostic/help");
  private static final int WIDEST = 80;

  @Test
  void everyCodeHasItsPageAndEveryPageItsCode() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(DiagnosticCode.values()).map(code -> code.code() + ".md").toList());
    }
  }

  @Test
  void noTwoCodesHaveOneTitle() {
    assertThat(Arrays.stream(DiagnosticCode.values()).map(code -> HelpPage.of(code).title()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void aTitleIsAFactThatFitsIntoALine(DiagnosticCode code) {
    assertThat(HelpPage.of(code).title())
        .matches("[a-z`].*[^.!?]")
        .hasSizeLessThanOrEqualTo(60)
        .doesNotContainPattern("\\b(token|syntax|parser|identifier|literal|expression|null)\\b");
  }

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void aPageSaysWhatItMeansAndShowsItWrongAndRight(DiagnosticCode code) {
    List<String> lines = HelpPage.of(code).text().lines().toList();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("#") && line.indexOf(' ') <= 2)
        .filteredOn(line -> line.startsWith("## "))
        .startsWith("## Wrong", "## Right")
        .isSubsetOf("## Wrong", "## Right", "## What to do");
    assertThat(String.join(" ", lines.subList(2, lines.indexOf("## Wrong"))))
        .as("what it means and why it matters")
        .hasSizeGreaterThan(120);
  }

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void aPageIsWrittenForAuthorsAndFitsATerminal(DiagnosticCode code) {
    String text = HelpPage.of(code).text();
    assertThat(text)
        .doesNotContainPattern("(?i)\\b(tokens?|syntax|pars(er?|ing)|lexer|identifiers?|EOF)\\b")
        .doesNotContainPattern("(?i)\\b(tenants?|tiers?|plans?)\\b(?!`)")
        .endsWith("\n");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(WIDEST));
  }
}
