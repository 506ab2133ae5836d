package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Nearest;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Says what is wrong with the order of words, lines and braces, in the author's words. */
final class SyntaxTroubles {

  /** A block that was closed by a `}` in another column than the line that opened it. */
  private record OddlyClosed(Token opened, Token closed, int openedLine) {}

  private final Troubles troubles;
  private final Wording wording;
  private final List<OddlyClosed> oddlyClosed = new ArrayList<>();
  private boolean endReported;

  SyntaxTroubles(Troubles troubles) {
    this.troubles = troubles;
    this.wording = new Wording(troubles.source());
  }

  /** What the parser stumbled over inside a clause. */
  void report(Parser parser, RecognitionException exception) {
    ParserRuleContext clause = parser.getContext();
    while (!Block.isClause(clause) && !Block.isHeader(clause) && clause.getParent() != null) {
      clause = clause.getParent();
    }
    troubles.addUnlessTroubled(
        line(clause.getStart()), wording.of(parser, exception, clause.getStart()));
  }

  void reportUnknownClause(Token word, Block block) {
    String text = wording.quoted(word);
    List<String> beginnings = block.beginnings();
    Diagnostic unknown =
        Diagnostic.of(
            DiagnosticCode.UNKNOWN_CLAUSE,
            span(word),
            "no line of " + block.title() + " begins with " + text);
    Optional<String> near =
        word.getType() == TollParser.NAME
            ? Nearest.to(word.getText(), beginnings)
            : Optional.empty();
    Optional<Block> home = home(word.getType());
    if (near.isPresent()) {
      unknown = unknown.withHint("did you mean `" + near.get() + "`?");
    } else if (home.isPresent()) {
      unknown = unknown.withHint(text + " begins a line of " + home.get().title());
    } else if (!beginnings.isEmpty()) {
      unknown = unknown.withHint("its lines begin with " + String.join(", ", beginnings));
    }
    troubles.addUnlessTroubled(line(word), unknown);
  }

  /** Something behind a clause that was complete. */
  void reportTrailing(Parser parser, Block block) {
    Token next = parser.getCurrentToken();
    Token before = parser.getInputStream().LT(-1);
    if (block.begins(next.getType())) {
      troubles.addUnlessTroubled(
          line(next),
          Diagnostic.of(
              DiagnosticCode.TWO_CLAUSES_ON_ONE_LINE,
              span(next),
              "one clause is one line: " + wording.quoted(next) + " begins another"));
    } else {
      troubles.addUnlessTroubled(line(next), wording.trailing(before, next));
    }
  }

  void reportStrayBrace(Token brace) {
    troubles.addUnlessTroubled(
        line(brace),
        Diagnostic.of(DiagnosticCode.STRAY_BRACE, span(brace), "this `}` closes nothing"));
  }

  void reportMissingBrace(Parser parser, ParserRuleContext block) {
    Token before = parser.getInputStream().LT(-1);
    Span place = wording.behind(before);
    troubles.addUnlessTroubled(
        line(block.getParent().getStart()),
        Diagnostic.of(
                DiagnosticCode.MISSING_TEXT, place, "expected `{` after " + wording.quoted(before))
            .withFix(place, " {"));
  }

  void reportBraceInNextLine(Parser parser) {
    Token before = parser.getInputStream().LT(-1);
    troubles.addUnlessTroubled(
        line(before),
        Diagnostic.of(
            DiagnosticCode.MISSING_TEXT,
            wording.behind(before),
            "`{` stands at the end of this line, not in the next one"));
  }

  /** Remembers a `}` in an odd column: if one is missing in the end, it is most likely that one. */
  void noteClosed(Parser parser) {
    Token closing = parser.getCurrentToken();
    Token before = parser.getInputStream().LT(-1);
    ParserRuleContext block = parser.getContext();
    if (before.getType() != TollParser.NEWLINE || block.getParent() == null) {
      return;
    }
    Token header = firstOfLine(parser, block.getParent().getStart());
    if (header.getCharPositionInLine() != closing.getCharPositionInLine()) {
      Block.brace(block)
          .map(TerminalNode::getSymbol)
          .ifPresent(open -> oddlyClosed.add(new OddlyClosed(open, closing, line(header))));
    }
  }

  /**
   * A block whose `}` is not there: at the end of the file, or where a line begins outside of it.
   */
  void reportUnclosed(Parser parser, ParserRuleContext block) {
    Token open = Block.brace(block).orElseThrow().getSymbol();
    Token next = parser.getCurrentToken();
    boolean atEnd = next.getType() == Token.EOF;
    boolean conjured = open.getTokenIndex() < 0;
    if (conjured || (atEnd && endReported)) {
      return;
    }
    endReported = endReported || atEnd;
    Optional<OddlyClosed> odd =
        oddlyClosed.stream()
            .filter(closed -> atEnd && closed.opened().getTokenIndex() > open.getTokenIndex())
            .findFirst();
    Token unclosed = odd.map(OddlyClosed::opened).orElse(open);
    Diagnostic never =
        Diagnostic.of(
            DiagnosticCode.UNCLOSED_BLOCK, span(unclosed), "this `{` is never closed with `}`");
    if (odd.isPresent()) {
      never =
          never.withRelated(
              span(odd.get().closed()), "by its column this `}` closes another block");
    } else if (!atEnd) {
      never = never.withRelated(span(next), "this line begins outside of the block");
    }
    troubles.add(never);
  }

  private static Optional<Block> home(int tokenType) {
    for (Block block : Block.values()) {
      if (Keywords.isKeyword(tokenType) && block.begins(tokenType)) {
        return Optional.of(block);
      }
    }
    return Optional.empty();
  }

  private static Token firstOfLine(Parser parser, Token token) {
    int i = token.getTokenIndex();
    while (i > 0 && parser.getInputStream().get(i - 1).getType() != TollParser.NEWLINE) {
      i--;
    }
    while (parser.getInputStream().get(i).getChannel() != Token.DEFAULT_CHANNEL) {
      i++;
    }
    return parser.getInputStream().get(i);
  }

  private int line(Token token) {
    return span(token).line();
  }

  private Span span(Token token) {
    return wording.span(token);
  }
}
