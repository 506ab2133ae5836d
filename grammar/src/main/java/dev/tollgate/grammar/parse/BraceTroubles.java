package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Fix;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Says which brace is missing or spare; columns tell where a missing one most likely belongs. */
final class BraceTroubles {

  /** Something that was closed by a `}` in another column than the line that opened it. */
  private record OddlyClosed(Token opened, Token closed, boolean body) {}

  private final Troubles troubles;
  private final TokenStream tokens;
  private final DamagedWords damaged;
  private final Wording wording;
  private final List<OddlyClosed> oddlyClosed = new ArrayList<>();
  private boolean endReported;

  BraceTroubles(Troubles troubles, TokenStream tokens, DamagedWords damaged) {
    this.troubles = troubles;
    this.tokens = tokens;
    this.damaged = damaged;
    this.wording = new Wording(troubles.source(), tokens);
  }

  void reportStray(Token brace) {
    troubles.addUnlessTroubled(
        wording.line(brace),
        Diagnostic.of(DiagnosticCode.STRAY_BRACE, wording.span(brace), "this `}` closes nothing"));
  }

  /**
   * Says which `}` in an odd column has closed a block before lines of it; answers whether there is
   * one.
   */
  boolean reportEarly(Token line) {
    Optional<OddlyClosed> last =
        oddlyClosed.stream().reduce((earlier, later) -> later).filter(odd -> !odd.body());
    last.ifPresent(
        odd ->
            troubles.add(
                Diagnostic.of(
                        DiagnosticCode.STRAY_BRACE,
                        wording.span(odd.closed()),
                        "by its column this `}` closes nothing, and it ends a block too early")
                    .withRelated(wording.span(line), "this line was to stand in the block")));
    oddlyClosed.clear();
    return last.isPresent();
  }

  void reportMissing(ParserRuleContext block, Token next) {
    Token before = wording.previous(next);
    Span place = wording.behind(before);
    troubles.addUnlessTroubled(
        wording.line(block.getParent().getStart()),
        Diagnostic.of(
                DiagnosticCode.MISSING_TEXT, place, "expected `{` after " + wording.quoted(before))
            .withFix(place, " {"));
  }

  /** A `{` behind one or more line ends, of which the given one is the first. */
  void reportInNextLine(Token lineEnd) {
    Token before = wording.previous(lineEnd);
    Span place = wording.behind(before);
    int brace = lineEnd.getTokenIndex();
    while (tokens.get(brace).getType() != TollParser.LBRACE) {
      brace++;
    }
    Span misplaced = place.to(wording.span(tokens.get(brace)));
    int start = misplaced.start().offset();
    boolean comment =
        !troubles.source().text().substring(start, misplaced.end().offset() - 1).isBlank();
    Diagnostic below =
        Diagnostic.of(
            DiagnosticCode.MISSING_TEXT,
            place,
            "`{` stands at the end of this line, not in the next one");
    troubles.addUnlessTroubled(
        wording.line(before), comment ? below : below.withFix(misplaced, " {"));
  }

  /** Remembers a `}` in an odd column: if one is missing in the end, it is most likely that one. */
  void noteClosed(ParserRuleContext context, Token closing) {
    boolean body = context.getRuleIndex() == TollParser.RULE_json;
    if ((!body && Block.of(context).isEmpty()) || !isFirstOfLine(closing)) {
      return;
    }
    Token opened = body ? context.getStart() : brace(context);
    if (opened.getTokenIndex() < 0) {
      return;
    }
    int opening = firstOfLine(opened).getCharPositionInLine();
    int column = closing.getCharPositionInLine();
    if (body ? column < opening : column != opening) {
      oddlyClosed.add(new OddlyClosed(opened, closing, body));
    }
  }

  /** A block without its `}`: the file ends, or a line begins outside of it. */
  void reportUnclosed(ParserRuleContext block, Token next) {
    Token open = brace(block);
    boolean atEnd = next.getType() == Token.EOF;
    Optional<OddlyClosed> odd =
        oddlyClosed.stream()
            .filter(closed -> closed.opened().getTokenIndex() > open.getTokenIndex())
            .findFirst();
    if (atEnd && odd.isEmpty()) {
      damaged.addMissing();
    }
    // Of several that are open at the end one is enough, and so is a last line that breaks off; a
    // brace that was conjured is no news.
    boolean known = endReported || troubles.isTroubled(wording.line(next));
    // The test of a row is followed by that of the next row, and only the last by what follows.
    boolean repeated = next.getStartIndex() < open.getStartIndex();
    if (open.getTokenIndex() < 0 || repeated || (atEnd && known) || troubles.isFull()) {
      return;
    }
    endReported = endReported || atEnd;
    Span opened = wording.span(odd.map(OddlyClosed::opened).orElse(open));
    Diagnostic never =
        Diagnostic.of(DiagnosticCode.UNCLOSED_BLOCK, opened, "this `{` is never closed with `}`");
    if (odd.filter(OddlyClosed::body).isEmpty()) {
      Fix closed = BlockEnd.missing(troubles.source(), opened);
      never = never.withFix(closed.span(), closed.replacement());
    }
    if (odd.isPresent()) {
      Span closed = wording.span(odd.get().closed());
      never = never.withRelated(closed, "by its column this `}` closes another `{`");
    } else if (!atEnd) {
      never = never.withRelated(wording.span(next), "this line begins outside of the block");
    }
    troubles.add(never);
  }

  private static Token brace(ParserRuleContext block) {
    return Block.brace(block).orElseThrow().getSymbol();
  }

  private boolean isFirstOfLine(Token token) {
    int i = token.getTokenIndex() - 1;
    while (i >= 0 && tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL) {
      i--;
    }
    return i < 0 || tokens.get(i).getType() == TollParser.NEWLINE;
  }

  private Token firstOfLine(Token token) {
    Token first = token;
    for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
      Token before = tokens.get(i);
      if (before.getType() == TollParser.NEWLINE) {
        break;
      }
      if (before.getChannel() == Token.DEFAULT_CHANNEL) {
        first = before;
      }
    }
    return first;
  }
}
