package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Nearest;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Puts what the parser knows about a mistake into words: never a token's or a rule's name. */
final class Wording {

  private static final int LONGEST_QUOTE = 40;
  private static final List<String> KEYWORDS = Keywords.all();

  private final SourceText source;
  private final TokenStream tokens;

  Wording(SourceText source, TokenStream tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /** What the parser stumbled over in a rule. */
  Diagnostic of(RecognitionException exception, ParserRuleContext context) {
    Token found = exception.getOffendingToken();
    Token before = previous(found);
    String expected = Expected.at(exception, context);
    if (endsClause(found)) {
      return Diagnostic.of(
          DiagnosticCode.MISSING_TEXT,
          behind(before),
          expected.isEmpty()
              ? "the line breaks off after " + quoted(before)
              : "expected " + expected + " after " + quoted(before));
    }
    if (found.getType() == TollParser.MINUS) {
      return negative(found);
    }
    if (Expected.isName(exception, context) && Keywords.isKeyword(found.getType())) {
      return Diagnostic.of(
              DiagnosticCode.UNEXPECTED_TEXT,
              span(found),
              "expected a name after " + quoted(before) + ", and " + quoted(found) + " is none")
          .withHint("`" + found.getText() + "` is a word of the language");
    }
    if (expected.equals("`%`")) {
      // What lacks its sign is the number before, whatever comes next.
      return Diagnostic.of(
              DiagnosticCode.MISSING_TEXT, span(before), "expected `%` after " + quoted(before))
          .withFix(behind(before), "%");
    }
    if (isNameBeforeBase(before, found)) {
      return nameBeforeBase(before, found);
    }
    Diagnostic unexpected =
        Diagnostic.of(
            DiagnosticCode.UNEXPECTED_TEXT,
            span(found),
            expected.isEmpty()
                ? quoted(found) + " does not fit after " + quoted(before)
                : "expected " + expected + " after " + quoted(before) + ", not " + quoted(found));
    boolean choice = found.getType() == TollParser.GREATER || found.getType() == TollParser.LESSER;
    return choice
        ? unexpected.withHint("inside a sum put `" + found.getText() + " of …` in parentheses")
        : withMeant(
            withComma(unexpected, before, found, expected),
            before,
            found,
            candidates(exception, found));
  }

  /** Two names of a list in parentheses that only a comma can stand between. */
  private Diagnostic withComma(Diagnostic unexpected, Token before, Token found, String expected) {
    boolean names = before.getType() == TollParser.NAME && found.getType() == TollParser.NAME;
    return names && expected.equals("`,` or `)`")
        ? unexpected.withFix(behind(before), ",")
        : unexpected;
  }

  /** Something behind a complete clause. */
  Diagnostic trailing(Token before, Token next) {
    if (next.getType() == TollParser.MINUS) {
      return negative(next);
    }
    int start = next.getStartIndex();
    if (source.text().startsWith("//", start)) {
      Span slashes = source.span(start, start + 2);
      return Diagnostic.of(
              DiagnosticCode.UNEXPECTED_TEXT, slashes, "a comment begins with `#`, not with `//`")
          .withFix(slashes, "#");
    }
    if (isNameBeforeBase(before, next)) {
      return nameBeforeBase(before, next);
    }
    if (isSecondName(before, next)) {
      return Diagnostic.of(
              DiagnosticCode.UNEXPECTED_TEXT,
              span(next),
              "a comma is missing between " + quoted(before) + " and " + quoted(next))
          .withFix(behind(before), ",");
    }
    Diagnostic trailing =
        Diagnostic.of(
            DiagnosticCode.UNEXPECTED_TEXT,
            span(next),
            quoted(next) + " does not fit after " + quoted(before));
    boolean untilWhen =
        next.getType() == TollParser.TO
            && (before.getType() == TollParser.DATE || before.getType() == TollParser.MOMENT);
    return untilWhen
        ? trailing.withHint("say `until` when the day named is not included, or `through`")
        : withMeant(trailing, before, next, KEYWORDS);
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
    if (token instanceof CaseToken cell) {
      return source.span(cell.writtenFrom(), cell.writtenTo());
    }
    int start = token.getStartIndex();
    return source.span(start, Math.max(start, token.getStopIndex() + 1));
  }

  int line(Token token) {
    return source.position(token.getStartIndex()).line();
  }

  /** The empty stretch behind a token, where something is missing. */
  Span behind(Token token) {
    int end = token.getStopIndex() + 1;
    return source.span(end, end);
  }

  static boolean endsClause(Token token) {
    return token.getType() == Token.EOF
        || token.getType() == TollParser.NEWLINE
        || token.getType() == TollParser.RBRACE;
  }

  /** The last token before another that is neither a line end nor a comment. */
  Token previous(Token token) {
    int i = token.getTokenIndex() - 1;
    while (i > 0
        && (tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL
            || tokens.get(i).getType() == TollParser.NEWLINE)) {
      i--;
    }
    return tokens.get(Math.max(i, 0));
  }

  /** A seat and a unit have a name for one and a name for many. */
  private boolean isSecondName(Token before, Token next) {
    int declares = previous(before).getType();
    return (declares == TollParser.SEAT || declares == TollParser.UNIT)
        && Character.isLetter(next.getText().charAt(0));
  }

  /** An amount begins with its base: the name is what should not be there. */
  private static boolean isNameBeforeBase(Token before, Token next) {
    return next.getType() == TollParser.BASE && Character.isLetter(before.getText().charAt(0));
  }

  private Diagnostic nameBeforeBase(Token name, Token base) {
    return Diagnostic.of(
        DiagnosticCode.UNEXPECTED_TEXT,
        span(name),
        quoted(name) + " does not fit before " + quoted(base));
  }

  private Diagnostic negative(Token minus) {
    Token next = tokens.get(Math.min(minus.getTokenIndex() + 1, tokens.size() - 1));
    return Diagnostic.of(
        DiagnosticCode.UNEXPECTED_TEXT,
        next.getType() == TollParser.NUMBER ? span(minus).to(span(next)) : span(minus),
        "there are no negative numbers here");
  }

  /** Adds which word was meant: by the name that does not fit, or by the one before it. */
  private Diagnostic withMeant(
      Diagnostic diagnostic, Token before, Token found, List<String> candidates) {
    Optional<String> meantBefore = isOdd(before) ? meant(before, KEYWORDS) : Optional.empty();
    if (meantBefore.isPresent()) {
      Diagnostic misfit =
          Diagnostic.of(
              diagnostic.code(),
              span(before),
              quoted(before) + " and then " + quoted(found) + " do not fit together");
      return meant(misfit, before.getText(), meantBefore.get(), KEYWORDS);
    }
    return meant(found, candidates)
        .map(word -> meant(diagnostic, found.getText(), word, candidates))
        .orElse(diagnostic);
  }

  /** Says which word was meant by the one that is underlined, and mends it if only one can be. */
  static Diagnostic meant(Diagnostic wrong, String word, String near, List<String> candidates) {
    Diagnostic hinted = wrong.withHint("did you mean `" + near + "`?");
    boolean certain = Nearest.only(word, candidates).filter(near::equals).isPresent();
    return certain ? hinted.withFix(wrong.span(), near) : hinted;
  }

  private static Optional<String> meant(Token token, List<String> candidates) {
    boolean word = token.getType() == TollParser.NAME || Keywords.isKeyword(token.getType());
    return word
        ? Nearest.to(token.getText(), candidates).filter(near -> !near.equals(token.getText()))
        : Optional.empty();
  }

  /** A name that stands in the whole text only once is more likely a slip than a name. */
  private boolean isOdd(Token name) {
    if (name.getType() != TollParser.NAME) {
      return false;
    }
    for (int i = 0; i < tokens.size(); i++) {
      Token other = tokens.get(i);
      if (i != name.getTokenIndex()
          && other.getType() == TollParser.NAME
          && other.getText().equals(name.getText())) {
        return false;
      }
    }
    return true;
  }

  private static List<String> candidates(RecognitionException exception, Token found) {
    boolean further =
        exception instanceof NoViableAltException choice && choice.getStartToken() != found;
    if (further) {
      return KEYWORDS;
    }
    // A word of the language in the place of a name is hardly a slip for another such word.
    boolean name =
        exception.getExpectedTokens() != null
            && exception.getExpectedTokens().contains(TollParser.NAME);
    return name && Keywords.isKeyword(found.getType()) ? List.of() : Expected.words(exception);
  }
}
