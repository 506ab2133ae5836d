package dev.tollgate.grammar.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What authors read about a code: what it means, a rule file that has the fault, the same file
 * mended. It stands in {@code help/T204.md} beside this class, in Markdown.
 *
 * @param title the fault as a fact, in one line: lower case, no period
 * @param text the whole page; its first line is {@code # T204: title}
 */
public record HelpPage(String title, String text) {

  /** The page of a code; every code has one. */
  public static HelpPage of(DiagnosticCode code) {
    String name = "help/" + code.code() + ".md";
    try (InputStream page = HelpPage.class.getResourceAsStream(name)) {
      if (page == null) {
        throw new IllegalStateException("there is no page " + name);
      }
      String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      String heading = "# " + code.code() + ": ";
      if (!text.startsWith(heading)) {
        throw new IllegalStateException(name + " does not begin with `" + heading + "`");
      }
      return new HelpPage(text.substring(heading.length(), text.indexOf('\n')), text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the page " + name + " cannot be read", unreadable);
    }
  }
}
