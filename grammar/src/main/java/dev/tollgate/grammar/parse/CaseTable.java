package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Nearest;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The table of one test, and the tests that its rows make of it. */
final class CaseTable {

  private static final Pattern HOLE_IN_TITLE = Pattern.compile("<(\\w+)>");

  private final Troubles troubles;
  private final List<Token> test;
  private final List<CaseRow> rows;
  private final Map<String, Integer> columns = new LinkedHashMap<>();

  /**
   * @param test the words of the test without its table
   * @param rows the header first; empty for a test without a table
   */
  CaseTable(Troubles troubles, List<Token> test, List<CaseRow> rows) {
    this.troubles = troubles;
    this.test = test;
    this.rows = rows;
  }

  /** One test for each row that has all cells; without a table the test as it is. */
  List<List<Token>> tests() {
    if (rows.isEmpty()) {
      unknownHoles();
      return List.of(test);
    }
    // Whatever else a wrong header leads to is its fault.
    if (!readHeader() || !unknownHoles()) {
      return List.of();
    }
    unusedColumns();
    List<List<Token>> tests = new ArrayList<>();
    body().stream().filter(this::isFull).forEach(row -> tests.add(filled(row)));
    return tests;
  }

  private List<CaseRow> body() {
    return rows.subList(1, rows.size());
  }

  /** Whether the first row names the columns of the others. */
  private boolean readHeader() {
    CaseRow header = rows.get(0);
    boolean sound = true;
    for (List<Token> cell : header.cells()) {
      String name = cell.isEmpty() ? "" : cell.get(0).getText();
      if (cell.size() != 1 || !name.matches("\\w+")) {
        Span span = cell.isEmpty() ? span(header) : span(cell.get(0), cell.get(cell.size() - 1));
        sound = wrong(DiagnosticCode.UNEXPECTED_TEXT, span, "a column of a table has one word");
      } else if (columns.putIfAbsent(name, columns.size()) != null) {
        Span span = span(cell.get(0), cell.get(0));
        sound =
            wrong(DiagnosticCode.DECLARED_TWICE, span, "`%s` is declared twice".formatted(name));
      }
    }
    return sound && isOfItsRows(header);
  }

  /** Where all rows agree on how many cells they have, it is the header that is wrong. */
  private boolean isOfItsRows(CaseRow header) {
    List<Integer> counts = body().stream().map(row -> row.cells().size()).distinct().toList();
    int columnCount = header.cells().size();
    if (counts.isEmpty()) {
      String message = "the table has no row below its first, which names the columns";
      return wrong(DiagnosticCode.MISSING_TEXT, span(header), message);
    } else if (body().size() > 1 && counts.size() == 1 && counts.get(0) != columnCount) {
      String message = "the table names %s, and each row has %s";
      DiagnosticCode code =
          columnCount > counts.get(0)
              ? DiagnosticCode.UNEXPECTED_TEXT
              : DiagnosticCode.MISSING_TEXT;
      return wrong(
          code,
          span(header),
          message.formatted(counted(columnCount, "column"), counted(counts.get(0), "cell")));
    }
    return true;
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Reports a fault; answers that there is one. */
  private boolean wrong(DiagnosticCode code, Span span, String message) {
    troubles.add(code, span, message);
    return false;
  }

  /** Whether every hole is a column. */
  private boolean unknownHoles() {
    List<Token> unknown =
        test.stream()
            .filter(token -> token.getType() == TollLexer.HOLE)
            .filter(hole -> !columns.containsKey(name(hole)))
            .toList();
    unknown.forEach(this::reportUnknown);
    return unknown.isEmpty();
  }

  private void unusedColumns() {
    Set<String> used = new HashSet<>();
    for (Token token : test) {
      if (token.getType() == TollLexer.HOLE) {
        used.add(name(token));
      } else if (token.getType() == TollLexer.STRING) {
        HOLE_IN_TITLE.matcher(token.getText()).results().forEach(hole -> used.add(hole.group(1)));
      }
    }
    for (List<Token> cell : rows.get(0).cells()) {
      String name = cell.get(0).getText();
      if (!used.contains(name)) {
        troubles.add(
            Diagnostic.of(
                    DiagnosticCode.NEVER_USED,
                    span(cell.get(0), cell.get(0)),
                    "the test has no place for `%s`".formatted(name))
                .withHint("write `<%s>` where it belongs".formatted(name)));
      }
    }
  }

  private void reportUnknown(Token hole) {
    String message =
        rows.isEmpty()
            ? "`%s` stands for a column of a table, and the test has no table"
            : "`%s` is not a column of the table";
    Diagnostic unknown =
        Diagnostic.of(
            DiagnosticCode.UNKNOWN_PLACEHOLDER,
            span(hole, hole),
            message.formatted(hole.getText()));
    troubles.add(
        Nearest.to(name(hole), List.copyOf(columns.keySet()))
            .map(near -> "<" + near + ">")
            .map(near -> Wording.meant(unknown, hole.getText(), near, holes()))
            .orElse(unknown));
  }

  private List<String> holes() {
    return columns.keySet().stream().map(column -> "<" + column + ">").toList();
  }

  /** Whether a row has a cell for each column; what else is wrong with it is said too. */
  private boolean isFull(CaseRow row) {
    int columnCount = rows.get(0).cells().size();
    int count = row.cells().size();
    boolean closed = row.last().getType() == TollParser.BAR;
    if (count == columnCount && closed) {
      return true;
    }
    DiagnosticCode code =
        count > columnCount ? DiagnosticCode.UNEXPECTED_TEXT : DiagnosticCode.MISSING_TEXT;
    String message =
        count == columnCount
            ? "a row ends with `|`"
            : "the row has %s, and the table has %s"
                .formatted(counted(count, "cell"), counted(columnCount, "column"));
    troubles.add(code, span(row), message);
    return count >= columnCount;
  }

  private List<Token> filled(CaseRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    columns.forEach((name, column) -> cells.put(name, written(row.cells().get(column))));
    List<Token> filled = new ArrayList<>(test.size());
    boolean hasTitle = false;
    for (Token token : test) {
      Integer column = token.getType() == TollLexer.HOLE ? columns.get(name(token)) : null;
      if (column != null) {
        row.cells().get(column).forEach(word -> filled.add(new CaseToken(token, word, row, cells)));
      } else if (!hasTitle && token.getType() == TollLexer.STRING) {
        hasTitle = true;
        filled.add(new CaseToken(token, token, row, cells));
      } else {
        filled.add(new CommonToken(token));
      }
    }
    return filled;
  }

  /** The words of a cell with one blank between two, as the layout has them. */
  private static String written(List<Token> cell) {
    StringBuilder written = new StringBuilder();
    for (Token word : cell) {
      boolean apart =
          !written.isEmpty()
              && ",%)".indexOf(word.getText().charAt(0)) < 0
              && written.charAt(written.length() - 1) != '(';
      written.append(apart ? " " : "").append(word.getText());
    }
    return written.toString();
  }

  private static String name(Token hole) {
    return hole.getText().substring(1, hole.getText().length() - 1);
  }

  private Span span(CaseRow row) {
    return span(row.first(), row.last());
  }

  private Span span(Token first, Token last) {
    return troubles.source().span(first.getStartIndex(), last.getStopIndex() + 1);
  }
}
