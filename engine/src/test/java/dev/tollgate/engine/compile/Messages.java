package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import java.util.regex.Pattern;

/** What can be judged of the wording of diagnostics without reading them. */
final class Messages {

  private static final Pattern IN_BACKQUOTES = Pattern.compile("`[^`]*`|\"[^\"]*\"");

  /** Words that are written in capitals everywhere. */
  private static final Pattern CAPITALS =
      Pattern.compile("\\b(UTF-8|UTC|ISO|JSON|U\\+[0-9A-F]{4,6}|[0-9:-]+T[0-9:.]+Z|[A-Z]{3})\\b");

  private static final Pattern OF_THE_PROGRAM =
      Pattern.compile(
          "[A-Z]{2,}|\\b(null|true|false|Optional|[Tt]oken|[Ss]yntax|[Pp]arser|[Ll]exer)\\b"
              + "|\\w+\\.java|[a-z]+[A-Z][a-z]+|\\w\\(");

  private Messages() {}

  /** Every line of a diagnostic is a fact in the author's words. */
  static void assertReadable(Diagnostic diagnostic) {
    assertReadable(diagnostic.message());
    diagnostic.related().forEach(related -> assertReadable(related.message()));
    diagnostic.hints().forEach(Messages::assertReadable);
  }

  /** One line: a small letter or the author's own words first, no period last, no code between. */
  static void assertReadable(String line) {
    assertThat(line)
        .matches("(?s)([a-z`\"]|U\\+[0-9A-F]).*")
        .doesNotContain("\n")
        .doesNotEndWith(".")
        .doesNotContain("  ");
    String ours = IN_BACKQUOTES.matcher(line).replaceAll("``");
    assertThat(CAPITALS.matcher(ours).replaceAll("")).doesNotContainPattern(OF_THE_PROGRAM);
  }
}
