package dev.tollgate.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Makes one test for each row of a test's table, before anything is parsed: a cell can be any words
 * that make sense in its place, and is judged like them.
 *
 * <p>{@code account <edition>} with a row of {@code | free |} is read as {@code account free}.
 */
final class CaseTables {

  private final Troubles troubles;
  private final List<Token> tokens;
  private boolean lost;

  /** Finds the rows: the bars among the tokens are of the type {@code BAR} from here on. */
  CaseTables(Troubles troubles, List<Token> tokens) {
    this.troubles = troubles;
    this.tokens = tokens;
    int i = 0;
    while (i < tokens.size()) {
      if (isTest(i)) {
        int end = end(i);
        markRows(i, end);
        i = end;
      } else {
        i++;
      }
    }
  }

  /** Whether there is anything to fill in. */
  boolean any() {
    return tokens.stream()
        .anyMatch(token -> token.getType() == TollParser.BAR || token.getType() == TollLexer.HOLE);
  }

  /** The tokens with a test for each row; what is wrong with tables is reported. */
  List<Token> unfolded() {
    List<Token> unfolded = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      if (!isTest(i)) {
        unfolded.add(tokens.get(i));
        i++;
        continue;
      }
      int end = end(i);
      unfold(tokens.subList(i, end), unfolded);
      i = end;
    }
    return unfolded;
  }

  /** Whether a test was left out, as its table has no sound row. */
  boolean lost() {
    return lost;
  }

  private void unfold(List<Token> words, List<Token> unfolded) {
    List<Token> test = new ArrayList<>();
    List<CaseRow> rows = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      if (words.get(i).getType() != TollParser.BAR) {
        test.add(words.get(i));
        i++;
        continue;
      }
      int lineEnd = i;
      while (lineEnd < words.size() && words.get(lineEnd).getType() != TollLexer.NEWLINE) {
        lineEnd++;
      }
      List<Token> line = words.subList(i, lineEnd);
      rows.add(
          CaseRow.of(
              line.stream().filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL).toList()));
      i = lineEnd;
    }
    boolean first = true;
    List<List<Token>> tests = new CaseTable(troubles, test, rows).tests();
    lost = lost || tests.isEmpty();
    for (List<Token> each : tests) {
      if (!first) {
        unfolded.add(newline(each.get(0)));
      }
      first = false;
      unfolded.addAll(each);
    }
  }

  private static Token newline(Token before) {
    CommonToken newline = new CommonToken(before);
    newline.setType(TollLexer.NEWLINE);
    newline.setText("\n");
    return newline;
  }

  /** Whether a test begins at an index. */
  private boolean isTest(int index) {
    if (tokens.get(index).getType() != TollLexer.TEST || !isFirstOfLine(index)) {
      return false;
    }
    int next = index + 1;
    while (tokens.get(next).getChannel() != Token.DEFAULT_CHANNEL) {
      next++;
    }
    return tokens.get(next).getType() == TollLexer.STRING;
  }

  /** The index behind a test: behind its `}`, or before the next declaration. */
  private int end(int start) {
    for (int i = start + 1; i < tokens.size(); i++) {
      switch (tokens.get(i).getType()) {
        case TollLexer.RBRACE -> {
          return i + 1;
        }
        case Token.EOF -> {
          return i;
        }
        case TollLexer.TEST,
            TollLexer.TESTS,
            TollLexer.CHECK,
            TollLexer.PRODUCT,
            TollLexer.RULE,
            TollLexer.CONTRACT -> {
          if (isFirstOfLine(i)) {
            return i;
          }
        }
        default -> {}
      }
    }
    return tokens.size();
  }

  private void markRows(int start, int end) {
    boolean inRow = false;
    for (int i = start; i < end; i++) {
      Token token = tokens.get(i);
      boolean bar = token.getType() == TollLexer.OR_SIGN;
      inRow = token.getType() != TollLexer.NEWLINE && (inRow || (bar && isFirstOfLine(i)));
      if (bar && inRow) {
        ((CommonToken) token).setType(TollParser.BAR);
      }
    }
  }

  private boolean isFirstOfLine(int index) {
    int before = index - 1;
    while (before >= 0 && tokens.get(before).getType() == TollLexer.BLANK) {
      before--;
    }
    return before < 0 || tokens.get(before).getType() == TollLexer.NEWLINE;
  }
}
