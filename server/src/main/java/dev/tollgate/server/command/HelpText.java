package dev.tollgate.server.command;

import dev.tollgate.grammar.diagnostic.Band;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.HelpPage;
import java.util.List;
import java.util.Locale;

/** Help pages and where to find them, for people at a terminal. */
final class HelpText {

  private static final String BOLD = "\u001b[1m";
  private static final String FAINT = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";
  private static final String FENCE = "```";
  private static final String INDENT = "    ";
  private static final int MOST_NAMED = 6;

  private final boolean colour;

  HelpText(boolean colour) {
    this.colour = colour;
  }

  /** The codes of a band with their titles, a line each, below a heading; nothing for no codes. */
  String list(Band band, List<DiagnosticCode> codes) {
    if (codes.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    String title = band.title();
    out.append('\n');
    out.append(painted(BOLD, title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1)));
    out.append('\n');
    for (DiagnosticCode code : codes) {
      out.append("  ").append(code.code()).append("  ").append(HelpPage.of(code).title());
      out.append('\n');
    }
    return out.toString();
  }

  /** A page without the signs of Markdown: headings stand out, and examples are indented. */
  String page(HelpPage page) {
    StringBuilder out = new StringBuilder();
    boolean example = false;
    for (String line : page.text().lines().toList()) {
      if (line.startsWith(FENCE)) {
        example = !example;
      } else if (example) {
        out.append(line.isEmpty() ? "" : INDENT + line).append('\n');
      } else if (line.startsWith("#")) {
        out.append(painted(BOLD, line.replaceFirst("#+ ", ""))).append('\n');
      } else {
        out.append(line).append('\n');
      }
    }
    return out.toString();
  }

  /** One line that says where more is said about these diagnostics. */
  String pointer(List<Diagnostic> diagnostics) {
    List<String> codes = diagnostics.stream().map(each -> each.code().code()).distinct().toList();
    List<String> named = codes.subList(0, Math.min(MOST_NAMED, codes.size()));
    return painted(FAINT, "more: tollgate help " + String.join(" ", named)) + "\n";
  }

  private String painted(String paint, String text) {
    return colour ? paint + text + PLAIN : text;
  }
}
