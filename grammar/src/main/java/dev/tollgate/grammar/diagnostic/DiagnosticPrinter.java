package dev.tollgate.grammar.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Prints diagnostics for people, each with its line of the text and the fault underlined. Thread
 * safe.
 */
public final class DiagnosticPrinter {

  /** Whether to mark severity and fault with the escape codes of a terminal. */
  public enum Colour {
    PLAIN(""),
    ANSI("\u001b[0m");

    private final String reset;

    Colour(String reset) {
      this.reset = reset;
    }

    private String paint(Severity severity, String text) {
      String start = severity == Severity.ERROR ? "\u001b[1;31m" : "\u001b[1;33m";
      return this == PLAIN ? text : start + text + reset;
    }
  }

  private final Map<String, SourceText> sources;
  private final Colour colour;

  /** A printer that knows the texts of these files; of others it prints the place alone. */
  public DiagnosticPrinter(Collection<SourceText> sources, Colour colour) {
    this.sources =
        sources.stream()
            .collect(Collectors.toMap(SourceText::name, Function.identity(), (a, b) -> b));
    this.colour = colour;
  }

  /** All of them in the order of their places, with an empty line between two. */
  public String print(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .sorted(Diagnostic.BY_PLACE)
        .map(this::print)
        .collect(Collectors.joining("\n"));
  }

  /** One, ended by a line end. */
  public String print(Diagnostic diagnostic) {
    Severity severity = diagnostic.severity();
    StringBuilder out = new StringBuilder();
    out.append(location(diagnostic.span()))
        .append(colour.paint(severity, severity.word() + " " + diagnostic.code().code()))
        .append(": ")
        .append(diagnostic.message())
        .append('\n');
    excerpt(out, diagnostic.span(), severity);
    for (Related related : diagnostic.related()) {
      out.append(location(related.span())).append(related.message()).append('\n');
      excerpt(out, related.span(), severity);
    }
    String gutter = gutter(diagnostic.span());
    for (String hint : diagnostic.hints()) {
      out.append(gutter).append(" = ").append(hint).append('\n');
    }
    return out.toString();
  }

  private static String location(Span span) {
    return span.file() + ":" + span.line() + ":" + span.column() + ": ";
  }

  private static String gutter(Span span) {
    return " ".repeat(Integer.toString(span.line()).length());
  }

  private void excerpt(StringBuilder out, Span span, Severity severity) {
    Optional<SourceText> source = Optional.ofNullable(sources.get(span.file()));
    if (source.isEmpty()) {
      return;
    }
    Excerpt excerpt = Excerpt.of(source.get(), span);
    out.append(span.line()).append(" | ").append(excerpt.line()).append('\n');
    out.append(gutter(span)).append(" | ").append(" ".repeat(excerpt.indent()));
    out.append(colour.paint(severity, "^".repeat(excerpt.width()))).append('\n');
  }
}
