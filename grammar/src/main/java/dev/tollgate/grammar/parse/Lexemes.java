package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.tree.Lexeme;
import dev.tollgate.grammar.tree.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Turns tokens into lexemes, the form in which other packages see them. */
final class Lexemes {

  private final SourceText source;

  Lexemes(SourceText source) {
    this.source = source;
  }

  /** One for each token but blanks and the end of the file. */
  List<Lexeme> of(List<Token> tokens) {
    List<Lexeme> lexemes = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      int type = token.getType();
      if (type != TollLexer.BLANK && type != Token.EOF) {
        lexemes.add(
            new Lexeme(
                kind(token),
                token.getText(),
                source.span(token.getStartIndex(), token.getStopIndex() + 1)));
      }
    }
    return lexemes;
  }

  private static Kind kind(Token token) {
    return switch (token.getType()) {
      case TollLexer.NEWLINE -> Kind.NEWLINE;
      case TollLexer.COMMENT -> Kind.COMMENT;
      case TollLexer.NUMBER -> Kind.NUMBER;
      case TollLexer.DATE, TollLexer.MOMENT -> Kind.TIME;
      case TollLexer.STRING, TollLexer.UNCLOSED_STRING, TollLexer.MISQUOTED_STRING -> Kind.TEXT;
      case TollLexer.TEXT_BLOCK, TollLexer.UNCLOSED_TEXT_BLOCK -> Kind.TEXT;
      case TollLexer.NAME, TollLexer.DOTTED, TollLexer.ZONED, TollLexer.HOLE -> Kind.NAME;
      case TollLexer.STRAY -> Kind.OTHER;
      default -> Keywords.isKeyword(token.getType()) ? Kind.KEYWORD : Kind.SIGN;
    };
  }
}
