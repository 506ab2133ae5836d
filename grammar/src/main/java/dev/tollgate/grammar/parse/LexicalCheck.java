package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Judges how single words, numbers, dates and texts are written. The lexer takes more than the
 * language has, so that a slip here is not a puzzle to the parser.
 */
final class LexicalCheck {

  private final Set<String> signs = new HashSet<>();
  private final Troubles troubles;
  private final NumberCheck numbers;
  private final List<Token> doubtful = new ArrayList<>();
  private final Set<String> malformedNames = new HashSet<>();

  LexicalCheck(Troubles troubles) {
    this.troubles = troubles;
    this.numbers = new NumberCheck(troubles);
  }

  /** The words that no author wrote as words, such as the {@code k} of {@code 10k}. */
  List<Token> check(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.getType()) {
        case TollLexer.NUMBER -> checkNumber(token, tokens.get(i + 1));
        case TollLexer.DATE -> checkDate(token);
        case TollLexer.MOMENT -> checkMoment(token);
        case TollLexer.STRING -> checkEscapes(token);
        case TollLexer.UNCLOSED_STRING ->
            troubles.add(
                DiagnosticCode.UNCLOSED_QUOTE, span(token), "this text is never closed with `\"`");
        case TollLexer.UNCLOSED_TEXT_BLOCK -> reportUnclosedBlock(token);
        case TollLexer.MISQUOTED_STRING -> reportQuotes(token);
        case TollLexer.NAME, TollLexer.DOTTED -> checkName(token);
        case TollLexer.AT_LEAST -> checkOrder(token, "=>", ">=");
        case TollLexer.AT_MOST -> checkOrder(token, "=<", "<=");
        case TollLexer.UNEQUAL -> reportSign(token, "is not");
        case TollLexer.AND_SIGN -> reportSign(token, "and");
        case TollLexer.OR_SIGN -> {
          int last = lastOfLine(tokens, i);
          if (last > i && tokens.get(last).getType() == TollLexer.OR_SIGN) {
            reportRow(tokens, i);
            i = last;
          } else {
            reportSign(token, "or");
          }
        }
        case TollLexer.STRAY -> {
          int last = lastStray(tokens, i);
          reportStray(token, tokens.get(last), tokens.get(last + 1));
          i = last;
        }
        default -> {}
      }
    }
    return doubtful;
  }

  private void checkNumber(Token number, Token next) {
    if (numbers.check(number, next)) {
      doubtful.add(next);
    }
  }

  private void checkDate(Token token) {
    String written = token.getText();
    if (Times.date(written).isEmpty()) {
      Diagnostic wrong =
          Diagnostic.of(
              DiagnosticCode.NO_SUCH_DATE, span(token), "there is no date `" + written + "`");
      troubles.add(
          Times.withZeros(written)
              .map(full -> wrong.withHint("write `" + full + "`").withFix(span(token), full))
              .orElse(wrong.withHint("dates are written year, month, day: `2026-01-31`")));
    }
  }

  private void checkMoment(Token token) {
    String written = token.getText();
    if (Times.moment(written).isPresent()) {
      return;
    }
    if (Times.lacksZone(written)) {
      troubles.add(
          Diagnostic.of(
                  DiagnosticCode.NO_SUCH_MOMENT,
                  span(token),
                  "`" + written + "` does not say in which zone")
              .withHint("write `" + written + "Z` for UTC, or `" + written + "+01:00`"));
      return;
    }
    troubles.add(
        Diagnostic.of(
                DiagnosticCode.NO_SUCH_MOMENT, span(token), "there is no moment `" + written + "`")
            .withHint("moments are written `2026-01-31T10:00Z`, at most to the millisecond"));
  }

  private void checkEscapes(Token token) {
    OptionalInt place = Quotes.firstUnknownEscape(token.getText());
    if (place.isPresent()) {
      int start = token.getStartIndex() + place.getAsInt();
      Span escape = troubles.source().span(start, start + 2);
      troubles.add(
          Diagnostic.of(
                  DiagnosticCode.UNKNOWN_ESCAPE,
                  escape,
                  "a text has no escape `"
                      + token.getText().substring(place.getAsInt(), place.getAsInt() + 2)
                      + "`")
              .withHint("there are \\\" \\\\ \\n \\t and \\u with four hexadecimal digits"));
    }
  }

  private void reportUnclosedBlock(Token token) {
    int start = token.getStartIndex();
    Span opening = troubles.source().span(start, start + TextBlocks.QUOTES.length());
    troubles.add(DiagnosticCode.UNCLOSED_QUOTE, opening, "this text is never closed with `\"\"\"`");
    // The block around it is not closed either: that is the same fault.
    troubles.noteTrouble(span(token).end().line());
  }

  private void reportQuotes(Token token) {
    String inner = token.getText().substring(1, token.getText().length() - 1);
    Diagnostic wrong =
        Diagnostic.of(
            DiagnosticCode.UNKNOWN_CHARACTER, span(token), "a text stands in double quotes: `\"`");
    boolean certain = inner.indexOf('"') < 0 && inner.indexOf('\\') < 0;
    troubles.add(certain ? wrong.withFix(span(token), '"' + inner + '"') : wrong);
  }

  private void checkName(Token token) {
    String written = token.getText();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '-' || c >= 128) {
        // However often it is used, it is one name to be changed.
        if (malformedNames.add(written)) {
          reportName(token, written);
        }
        return;
      }
    }
  }

  private void reportName(Token token, String written) {
    Diagnostic wrong =
        Diagnostic.of(
            DiagnosticCode.MALFORMED_NAME,
            span(token),
            "`" + written + "` is not a name: names are of `a` to `z`, digits and `_`");
    boolean ascii = written.chars().allMatch(c -> c < 128);
    troubles.add(
        ascii
            ? wrong.withHint("write `" + written.replace('-', '_') + "`, or a text in quotes")
            : wrong.withHint("titles may have any characters: \"" + written + "\""));
  }

  private void checkOrder(Token token, String wrong, String right) {
    if (token.getText().equals(wrong)) {
      Span span = span(token);
      troubles.add(
          Diagnostic.of(
                  DiagnosticCode.SIGN_FOR_WORD,
                  span,
                  "the sign is `" + right + "`, not `" + wrong + "`")
              .withFix(span, right));
    }
  }

  /** Of several in one line the first is enough: they are one habit, or no condition at all. */
  private void reportSign(Token token, String word) {
    Span span = span(token);
    if (!signs.add(span.line() + word)) {
      return;
    }
    troubles.add(
        Diagnostic.of(
                DiagnosticCode.SIGN_FOR_WORD,
                span,
                "a condition says `" + word + "`, not `" + token.getText() + "`")
            .withFix(span, word));
  }

  /** A line that ends with `|` and does not begin so. */
  private void reportRow(List<Token> tokens, int bar) {
    int first = bar;
    for (int i = bar; i >= 0 && tokens.get(i).getType() != TollLexer.NEWLINE; i--) {
      first = tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL ? i : first;
    }
    int start = tokens.get(first).getStartIndex();
    Span place = troubles.source().span(start, start);
    troubles.add(
        Diagnostic.of(
                DiagnosticCode.MISSING_TEXT, place, "a row of a table begins and ends with `|`")
            .withFix(place, "| "));
  }

  private static int lastOfLine(List<Token> tokens, int index) {
    int last = index;
    int i = index;
    while (tokens.get(i).getType() != TollLexer.NEWLINE && tokens.get(i).getType() != Token.EOF) {
      last = tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL ? i : last;
      i++;
    }
    return last;
  }

  /** The last of the strays that stand side by side: they are one slip. */
  private static int lastStray(List<Token> tokens, int first) {
    int last = first;
    while (tokens.get(last + 1).getType() == TollLexer.STRAY
        && tokens.get(last + 1).getStartIndex() == tokens.get(last).getStopIndex() + 1) {
      last++;
    }
    return last;
  }

  private void reportStray(Token first, Token last, Token next) {
    Span span = troubles.source().span(first.getStartIndex(), last.getStopIndex() + 1);
    int character = troubles.source().text().codePointAt(first.getStartIndex());
    boolean shown = !Character.isISOControl(character) && Character.isDefined(character);
    String name = shown ? "`" + Character.toString(character) + "`" : "U+%04X".formatted(character);
    Diagnostic stray =
        Diagnostic.of(DiagnosticCode.UNKNOWN_CHARACTER, span, name + " has no meaning here");
    // Other languages end lines so, and separate with it what commas separate here.
    boolean ends = Wording.endsClause(next);
    boolean semicolon = character == ';' && (ends || first == last);
    troubles.add(semicolon ? stray.withFix(span, ends ? "" : ",") : stray);
  }

  private Span span(Token token) {
    return troubles.source().span(token.getStartIndex(), token.getStopIndex() + 1);
  }
}
