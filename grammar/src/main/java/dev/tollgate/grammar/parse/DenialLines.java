package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Header;
import dev.tollgate.grammar.tree.Json;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.QuotaClause;
import dev.tollgate.grammar.tree.QuotaClause.Deny;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.ParserRuleContext;

/** Adds `status`, `header` and `body` lines to the denial above them. */
final class DenialLines {

  private final Reading reading;
  private final JsonReader bodies;

  DenialLines(Reading reading) {
    this.reading = reading;
    this.bodies = new JsonReader(reading);
  }

  void addStatus(List<QuotaClause> clauses, TollParser.StatusContext line) {
    Numeral status = reading.numeral(line.NUMBER());
    replaceLast(
        clauses,
        line,
        deny -> {
          deny.status().ifPresent(first -> reportTwice(line, first.span()));
          return with(deny, line, Optional.of(status), deny.headers(), deny.body());
        });
  }

  void addHeader(List<QuotaClause> clauses, TollParser.HeaderContext line) {
    Header header =
        new Header(reading.text(line.text(0)), reading.text(line.text(1)), reading.span(line));
    replaceLast(
        clauses,
        line,
        deny -> {
          List<Header> headers = new ArrayList<>(deny.headers());
          headers.add(header);
          return with(deny, line, deny.status(), headers, deny.body());
        });
  }

  void addBody(List<QuotaClause> clauses, TollParser.BodyContext line) {
    Json body = bodies.visit(line.json());
    replaceLast(
        clauses,
        line,
        deny -> {
          deny.body().ifPresent(first -> reportTwice(line, first.span()));
          return with(deny, line, deny.status(), deny.headers(), Optional.of(body));
        });
  }

  private void replaceLast(
      List<QuotaClause> clauses, ParserRuleContext line, UnaryOperator<Deny> change) {
    int last = clauses.size() - 1;
    if (last >= 0 && clauses.get(last) instanceof Deny deny) {
      clauses.set(last, change.apply(deny));
    } else if (last >= 0 && clauses.get(last) instanceof QuotaClause.AllowMore allow) {
      Deny then = change.apply(allow.then());
      Span span = allow.span().to(then.span());
      clauses.set(last, new QuotaClause.AllowMore(allow.percent(), then, span));
    } else {
      reading.reportStray(
          Diagnostic.of(
              DiagnosticCode.STRAY_CONTINUATION,
              reading.span(line.getStart()),
              "`"
                  + line.getStart().getText()
                  + "` goes on from a `deny` line, and none stands above it"));
    }
  }

  private void reportTwice(ParserRuleContext line, Span first) {
    reading.report(
        Diagnostic.of(
                DiagnosticCode.SAID_TWICE,
                reading.span(line.getStart()),
                "this denial has a " + line.getStart().getText() + " already")
            .withRelated(first, "the first one"));
  }

  private Deny with(
      Deny deny,
      ParserRuleContext line,
      Optional<Numeral> status,
      List<Header> headers,
      Optional<Json> body) {
    return new Deny(
        deny.code(),
        deny.message(),
        deny.period(),
        deny.when(),
        status,
        headers,
        body,
        deny.span().to(reading.span(line)));
  }
}
