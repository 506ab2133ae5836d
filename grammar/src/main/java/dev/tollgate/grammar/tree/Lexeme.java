package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/**
 * A piece of the text as it stands there, comments and line ends included; only blanks between
 * pieces are left out. The layout and the colours of an editor are made of lexemes.
 */
public record Lexeme(Kind kind, String text, Span span) {

  /** What a piece is, before anything is known about its place. */
  public enum Kind {
    /** A word of the language. Most of them may be names too, where a name is expected. */
    KEYWORD,
    /** Any other word, a dotted name, a pattern, a zone. */
    NAME,
    /** Digits with `_` and a decimal point. */
    NUMBER,
    /** A date or a moment. */
    TIME,
    /** A quoted text with its quotes. */
    TEXT,
    /** Brackets, comma, colon, operators. */
    SIGN,
    /** From `#` to the end of the line. */
    COMMENT,
    /** The end of a line. */
    NEWLINE,
    /** A character that the language has no use for. */
    OTHER
  }
}
