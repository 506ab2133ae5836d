package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Nearest;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Puts what the parser knows about a mistake into words: never a token's or a rule's name. */
final class Wording {

  private static final int LONGEST_QUOTE = 40;
  private static final List<String> KEYWORDS = Keywords.all();

  private final SourceText source;

  Wording(SourceText source) {
    this.source = source;
  }

  Diagnostic of(Parser parser, RecognitionException exception, Token clauseStart) {
    Token found = exception.getOffendingToken();
    TokenStream tokens = parser.getInputStream();
    Optional<Token> open = unclosedParenthesis(tokens, clauseStart, found, exception);
    if (open.isPresent()) {
      return Diagnostic.of(
          DiagnosticCode.UNCLOSED_PARENTHESIS, span(open.get()), "this `(` is never closed");
    }
    Token before = previous(tokens, found);
    String expected = Expected.at(exception, parser.getContext());
    if (endsClause(found)) {
      return Diagnostic.of(
          DiagnosticCode.MISSING_TEXT,
          behind(before),
          expected.isEmpty()
              ? "the line breaks off after " + quoted(before)
              : "expected " + expected + " after " + quoted(before));
    }
    if (found.getType() == TollParser.MINUS) {
      return Diagnostic.of(
          DiagnosticCode.UNEXPECTED_TEXT, span(found), "there are no negative numbers here");
    }
    return unexpected(exception, parser.getContext(), before, found, expected);
  }

  /** Something behind a complete clause; a misspelt word before it may be what is wrong. */
  Diagnostic trailing(Token before, Token next) {
    Optional<String> meant =
        before.getType() == TollParser.NAME && next.getType() != TollParser.NAME
            ? Nearest.to(before.getText(), KEYWORDS)
            : Optional.empty();
    if (meant.isPresent()) {
      return Diagnostic.of(
              DiagnosticCode.UNEXPECTED_TEXT,
              span(before),
              quoted(before) + " and then " + quoted(next) + " do not fit together here")
          .withHint("did you mean `" + meant.get() + "`?");
    }
    Diagnostic trailing =
        Diagnostic.of(
            DiagnosticCode.UNEXPECTED_TEXT,
            span(next),
            quoted(next) + " does not fit after " + quoted(before));
    Optional<String> near =
        next.getType() == TollParser.NAME ? Nearest.to(next.getText(), KEYWORDS) : Optional.empty();
    return near.map(word -> trailing.withHint("did you mean `" + word + "`?")).orElse(trailing);
  }

  /** A token as it stands in the text, in backquotes, a long one cut. */
  String quoted(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "the end of the file";
      case TollParser.NEWLINE -> "the end of the line";
      default -> {
        String text = token.getText();
        boolean cut = text.length() > LONGEST_QUOTE;
        yield "`" + (cut ? text.substring(0, LONGEST_QUOTE - 1) + "…" : text) + "`";
      }
    };
  }

  Span span(Token token) {
    int start = token.getStartIndex();
    return source.span(start, Math.max(start, token.getStopIndex() + 1));
  }

  /** The empty stretch behind a token, where something is missing. */
  Span behind(Token token) {
    int end = token.getStopIndex() + 1;
    return source.span(end, end);
  }

  private Diagnostic unexpected(
      RecognitionException exception,
      ParserRuleContext context,
      Token before,
      Token found,
      String expected) {
    boolean name = Expected.isName(exception, context);
    if (name && Keywords.isKeyword(found.getType())) {
      return Diagnostic.of(
              DiagnosticCode.UNEXPECTED_TEXT,
              span(found),
              "expected a name after " + quoted(before) + ", and " + quoted(found) + " is none")
          .withHint("`" + found.getText() + "` is a word of the language");
    }
    Diagnostic unexpected =
        Diagnostic.of(
            DiagnosticCode.UNEXPECTED_TEXT,
            span(found),
            expected.isEmpty()
                ? quoted(found) + " does not fit after " + quoted(before)
                : "expected " + expected + " after " + quoted(before) + ", not " + quoted(found));
    return meant(exception, found)
        .map(word -> unexpected.withHint("did you mean `" + word + "`?"))
        .orElse(unexpected);
  }

  private static Optional<String> meant(RecognitionException exception, Token found) {
    if (found.getType() != TollParser.NAME) {
      return Optional.empty();
    }
    return Nearest.to(
        found.getText(),
        exception instanceof InputMismatchException ? Expected.words(exception) : KEYWORDS);
  }

  private static boolean endsClause(Token token) {
    return token.getType() == Token.EOF
        || token.getType() == TollParser.NEWLINE
        || token.getType() == TollParser.RBRACE;
  }

  private static Token previous(TokenStream tokens, Token token) {
    int i = token.getTokenIndex() - 1;
    while (i > 0
        && (tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL
            || tokens.get(i).getType() == TollParser.NEWLINE)) {
      i--;
    }
    return tokens.get(Math.max(i, 0));
  }

  /**
   * The innermost `(` of the clause that is open when the line, and with it the clause, is over.
   */
  private Optional<Token> unclosedParenthesis(
      TokenStream tokens, Token first, Token found, RecognitionException exception) {
    boolean wanted = Expected.words(exception).contains(")") || endsClause(found);
    boolean over = endsClause(found) || line(previous(tokens, found)) < line(found);
    List<Token> open = new ArrayList<>();
    if (wanted && over) {
      for (int i = first.getTokenIndex(); i < found.getTokenIndex(); i++) {
        if (tokens.get(i).getType() == TollParser.LPAREN) {
          open.add(tokens.get(i));
        } else if (tokens.get(i).getType() == TollParser.RPAREN && !open.isEmpty()) {
          open.remove(open.size() - 1);
        }
      }
    }
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
  }

  private int line(Token token) {
    return span(token).line();
  }
}
