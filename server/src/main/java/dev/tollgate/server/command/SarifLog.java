package dev.tollgate.server.command;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Fix;
import dev.tollgate.grammar.diagnostic.HelpPage;
import dev.tollgate.grammar.diagnostic.Related;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.server.http.json.JsonLayout;
import dev.tollgate.server.http.json.JsonWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Diagnostics as a log in the Static Analysis Results Interchange Format, version 2.1.0. Lines and
 * columns count from 1, columns in UTF-16 units; an end is the place behind the last character.
 */
final class SarifLog {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonWriter json;

  private SarifLog(JsonWriter json) {
    this.json = json;
  }

  /** The log of one run, in the order of the places. */
  static String text(List<Diagnostic> diagnostics) {
    List<Diagnostic> sorted = diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList();
    return JsonLayout.text(json -> new SarifLog(json).log(sorted));
  }

  private void log(List<Diagnostic> diagnostics) {
    json.object(
        () -> {
          json.text("$schema", SCHEMA);
          json.text("version", "2.1.0");
          json.array("runs", List.of(diagnostics), this::run);
        });
  }

  private void run(List<Diagnostic> diagnostics) {
    List<DiagnosticCode> codes =
        diagnostics.stream().map(Diagnostic::code).distinct().sorted().toList();
    json.object(
        () -> {
          json.object("tool", () -> json.object("driver", () -> driver(codes)));
          json.text("columnKind", "utf16CodeUnits");
          json.array("results", diagnostics, found -> result(found, codes));
        });
  }

  private void driver(List<DiagnosticCode> codes) {
    json.text("name", "Tollgate");
    json.text("version", Version.number());
    json.array("rules", codes, this::rule);
  }

  /** What SARIF calls a rule is a code; its help is the page of the code. */
  private void rule(DiagnosticCode code) {
    HelpPage page = HelpPage.of(code);
    json.object(
        () -> {
          json.text("id", code.code());
          json.text("name", code.name());
          json.object("shortDescription", () -> json.text("text", page.title()));
          json.object(
              "help",
              () -> {
                json.text("text", page.text());
                json.text("markdown", page.text());
              });
          json.object("defaultConfiguration", () -> json.text("level", code.severity().word()));
        });
  }

  private void result(Diagnostic found, List<DiagnosticCode> codes) {
    json.object(
        () -> {
          json.text("ruleId", found.code().code());
          json.number("ruleIndex", codes.indexOf(found.code()));
          json.text("level", found.severity().word());
          message("message", text(found));
          json.array("locations", List.of(found.span()), span -> json.object(() -> physical(span)));
          json.array("relatedLocations", found.related(), this::related);
          json.array("fixes", found.fix().stream().toList(), fix -> fix(found, fix));
        });
  }

  /** What to do stands in lines of its own. */
  private static String text(Diagnostic found) {
    return Stream.concat(Stream.of(found.message()), found.hints().stream())
        .collect(Collectors.joining("\n"));
  }

  private void related(Related related) {
    json.object(
        () -> {
          physical(related.span());
          message("message", related.message());
        });
  }

  private void fix(Diagnostic found, Fix fix) {
    json.object(
        () -> {
          message("description", "mend: " + found.message());
          json.array("artifactChanges", List.of(fix), this::change);
        });
  }

  private void change(Fix fix) {
    json.object(
        () -> {
          artifact(fix.span());
          json.array("replacements", List.of(fix), this::replacement);
        });
  }

  private void replacement(Fix fix) {
    json.object(
        () -> {
          region("deletedRegion", fix.span());
          json.object("insertedContent", () -> json.text("text", fix.replacement()));
        });
  }

  private void physical(Span span) {
    json.object(
        "physicalLocation",
        () -> {
          artifact(span);
          region("region", span);
        });
  }

  private void artifact(Span span) {
    json.object("artifactLocation", () -> json.text("uri", uri(span.file())));
  }

  private void region(String name, Span span) {
    json.object(
        name,
        () -> {
          json.number("startLine", span.line());
          json.number("startColumn", span.column());
          json.number("endLine", span.end().line());
          json.number("endColumn", span.end().column());
        });
  }

  private void message(String name, String text) {
    json.object(name, () -> json.text("text", text));
  }

  /** A file below where the caller stands is named from there, another one in full. */
  private static String uri(String file) {
    try {
      // A colon in the first part of a relative name would make a scheme of it.
      return file.startsWith("/")
          ? new URI("file", "", file, null).toASCIIString()
          : new URI(null, null, "./" + file, null).normalize().toASCIIString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("no URI is made of " + file, impossible);
    }
  }
}
