package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.HelpPage;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The examples of the help pages say what their pages say. {@code -Dgolden=update} brings them into
 * the layout and still fails.
 */
class HelpExamplesTest {

  private static final Path PAGES =
      Path.of("../grammar/src/main/resources/dev/tollgate/grammar/diagnostic/help");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  /** Faults of whole files, of bytes and of sizes, which a page describes and cannot show. */
  private static final Set<DiagnosticCode> DESCRIBED =
      EnumSet.of(
          DiagnosticCode.NOT_UTF8,
          DiagnosticCode.NOT_TEXT,
          DiagnosticCode.EMPTY_FILE,
          DiagnosticCode.TEXT_TOO_LARGE,
          DiagnosticCode.NESTED_TOO_DEEP,
          DiagnosticCode.TOO_MANY_ERRORS);

  /** Faults whose mended file is the same file saved in another way, or after hundreds of edits. */
  private static final Set<DiagnosticCode> MENDED_IN_WORDS =
      EnumSet.of(
          DiagnosticCode.NOT_UTF8,
          DiagnosticCode.NOT_TEXT,
          DiagnosticCode.TEXT_TOO_LARGE,
          DiagnosticCode.TOO_MANY_ERRORS);

  private static final Pattern EXAMPLE = Pattern.compile("```toll\n(.*?)```\n", Pattern.DOTALL);

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void theWrongExampleHasTheFaultOfItsPageAndNoOther(DiagnosticCode code) {
    Optional<String> wrong = example(code, "## Wrong");
    assertThat(wrong.isPresent()).isNotEqualTo(DESCRIBED.contains(code));
    wrong.ifPresent(
        text ->
            assertThat(Samples.compile(text).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(code));
  }

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void theRightExampleHasNoFaultAndIsLaidOut(DiagnosticCode code) {
    Optional<String> right = example(code, "## Right");
    assertThat(right.isPresent()).isNotEqualTo(MENDED_IN_WORDS.contains(code));
    right.ifPresent(
        text -> {
          assertThat(Samples.printed(Samples.compile(text))).isEmpty();
          assertThat(laidOut(text)).isEqualTo(text);
        });
  }

  @BeforeAll
  static void layOut() throws IOException {
    if (UPDATE) {
      for (DiagnosticCode code : DiagnosticCode.values()) {
        Matcher example = EXAMPLE.matcher(HelpPage.of(code).text());
        Files.writeString(
            PAGES.resolve(code.code() + ".md"),
            example.replaceAll(
                found ->
                    Matcher.quoteReplacement("```toll\n" + laidOut(found.group(1)) + "```\n")));
      }
      fail("brought the examples into their layout; run again without -Dgolden=update");
    }
  }

  /** As the formatter writes it; a text that it leaves alone as it is. */
  private static String laidOut(String text) {
    return Formatter.format(SourceText.of("policy.toll", text)).orElse(text);
  }

  /** The rule file under a heading of the page. */
  private static Optional<String> example(DiagnosticCode code, String heading) {
    List<String> lines = HelpPage.of(code).text().lines().toList();
    StringBuilder section = new StringBuilder();
    for (String line : lines.subList(lines.indexOf(heading) + 1, lines.size())) {
      if (line.startsWith("## ")) {
        break;
      }
      section.append(line).append('\n');
    }
    Matcher example = EXAMPLE.matcher(section);
    return example.find() ? Optional.of(example.group(1)) : Optional.empty();
  }
}
