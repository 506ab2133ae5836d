package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Nearest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Says what is wrong with the order of words and lines, in the author's words. */
final class SyntaxTroubles {

  private final Troubles troubles;
  private final TokenStream tokens;
  private final Wording wording;

  SyntaxTroubles(Troubles troubles, TokenStream tokens) {
    this.troubles = troubles;
    this.tokens = tokens;
    this.wording = new Wording(troubles.source(), tokens);
  }

  /** What the parser stumbled over inside a clause. */
  void report(ParserRuleContext context, RecognitionException exception) {
    if (troubles.isFull()) {
      return;
    }
    ParserRuleContext clause = context;
    while (!Block.isClause(clause) && !Block.isHeader(clause) && clause.getParent() != null) {
      clause = clause.getParent();
    }
    Token first = clause.getStart();
    Token found = exception.getOffendingToken();
    Optional<Diagnostic> cause =
        unclosedParenthesis(first, exception).or(() -> dangling(context, first, found));
    troubles.addUnlessTroubled(
        wording.line(first), cause.orElseGet(() -> wording.of(exception, context)));
  }

  void reportUnknownClause(Token word, Block block) {
    if (troubles.isFull()) {
      return;
    }
    String text = wording.quoted(word);
    List<String> beginnings = block.beginnings();
    Diagnostic unknown =
        Diagnostic.of(
            DiagnosticCode.UNKNOWN_CLAUSE,
            wording.span(word),
            "no line of " + block.title() + " begins with " + text);
    Optional<String> near =
        word.getType() == TollParser.NAME
            ? Nearest.to(word.getText(), beginnings)
            : Optional.empty();
    Optional<Block> home = home(word.getType());
    if (near.isPresent()) {
      troubles.addUnlessTroubled(
          wording.line(word), Wording.meant(unknown, word.getText(), near.get(), beginnings));
      return;
    }
    if (home.isPresent()) {
      unknown = unknown.withHint(text + " begins a line of " + home.get().title());
      if (block == Block.FILE && word.getCharPositionInLine() > 0) {
        unknown = unknown.withHint("a `}` above it may close that block too early");
      }
    } else if (!beginnings.isEmpty()) {
      unknown = unknown.withHint("its lines begin with `" + String.join("`, `", beginnings) + "`");
    }
    troubles.addUnlessBelowTrouble(unknown);
  }

  /** Something behind a clause that was complete and began at the first token. */
  void reportTrailing(Block block, ParserRuleContext context, Token first, Token next) {
    if (troubles.isFull()) {
      return;
    }
    Diagnostic trailing =
        block.begins(next.getType())
            ? Diagnostic.of(
                DiagnosticCode.TWO_CLAUSES_ON_ONE_LINE,
                wording.span(next),
                "one clause is one line: " + wording.quoted(next) + " begins another")
            : wording.trailing(wording.previous(next), next);
    troubles.addUnlessTroubled(
        wording.line(first), dangling(context, first, next).orElse(trailing));
  }

  /** The innermost `(` of a clause that is open when the line is over, and the clause with it. */
  private Optional<Diagnostic> unclosedParenthesis(Token first, RecognitionException exception) {
    Token found = exception.getOffendingToken();
    boolean ends = Wording.endsClause(found);
    List<String> expected = Expected.words(exception);
    boolean wanted = ends || expected.contains(")");
    boolean over =
        ends
            || (expected.equals(List.of(")")) && !isClosedLater(found))
            || wording.line(wording.previous(found)) < wording.line(found);
    Deque<Token> open = new ArrayDeque<>();
    if (wanted && over) {
      for (int i = first.getTokenIndex(); i < found.getTokenIndex(); i++) {
        if (tokens.get(i).getType() == TollParser.LPAREN) {
          open.push(tokens.get(i));
        } else if (tokens.get(i).getType() == TollParser.RPAREN) {
          open.poll();
        }
      }
    }
    return Optional.ofNullable(open.peek())
        .map(
            parenthesis ->
                Diagnostic.of(
                    DiagnosticCode.UNCLOSED_PARENTHESIS,
                    wording.span(parenthesis),
                    "this `(` is never closed with `)`"));
  }

  /** Whether a `)` stands behind a token in its line. */
  private boolean isClosedLater(Token token) {
    int i = token.getTokenIndex();
    while (!Wording.endsClause(tokens.get(i)) && tokens.get(i).getType() != TollParser.RPAREN) {
      i++;
    }
    return tokens.get(i).getType() == TollParser.RPAREN;
  }

  /** A `,`, `and` or `or` at the end of a line, which takes the next clause for more of its own. */
  private Optional<Diagnostic> dangling(ParserRuleContext context, Token first, Token found) {
    Surroundings around = Surroundings.of(context);
    Token last = first;
    for (int i = first.getTokenIndex(); i <= found.getTokenIndex(); i++) {
      Token token = tokens.get(i);
      if (token.getChannel() != Token.DEFAULT_CHANNEL || token.getType() == TollParser.NEWLINE) {
        continue;
      }
      if (Surroundings.goesOn(last)
          && wording.line(last) < wording.line(token)
          && around.begins(token)) {
        Diagnostic dangling =
            Diagnostic.of(
                DiagnosticCode.UNEXPECTED_TEXT,
                wording.span(last),
                "this "
                    + wording.quoted(last)
                    + " goes on in the next line, where a clause begins");
        return Optional.of(
            mayEndAnywhere(first) ? dangling.withFix(wording.span(last), "") : dangling);
      }
      last = token;
    }
    return Optional.empty();
  }

  /** Behind a list of calls a cost is missing, behind editions an amount: there is more to mend. */
  private static boolean mayEndAnywhere(Token first) {
    return switch (first.getType()) {
      case TollParser.ALLOT, TollParser.ANY, TollParser.CALL -> false;
      default -> true;
    };
  }

  /** The block of which a word begins a line. */
  static Optional<Block> home(int tokenType) {
    for (Block block : Block.values()) {
      if (Keywords.isKeyword(tokenType) && block.begins(tokenType)) {
        return Optional.of(block);
      }
    }
    return Optional.empty();
  }
}
