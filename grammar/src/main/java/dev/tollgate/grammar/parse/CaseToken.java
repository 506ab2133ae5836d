package dev.tollgate.grammar.parse;

import java.util.Map;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * A word of a row, in the place in the test that is left open for it. To the parser it stands
 * there; the author has written it in the row.
 */
final class CaseToken extends CommonToken {

  private static final long serialVersionUID = 1L;

  private final transient CaseRow row;
  private final transient Map<String, String> columns;
  private final int writtenFrom;
  private final int writtenTo;

  /**
   * @param hole what it stands in place of
   * @param cell what it says
   * @param columns the cells of the row as they are written, by column
   */
  CaseToken(Token hole, Token cell, CaseRow row, Map<String, String> columns) {
    super(hole);
    setType(cell.getType());
    setText(cell.getText());
    this.row = row;
    this.columns = columns;
    this.writtenFrom = cell.getStartIndex();
    this.writtenTo = cell.getStopIndex() + 1;
  }

  CaseRow row() {
    return row;
  }

  Map<String, String> columns() {
    return columns;
  }

  /** Offset in the text at which the author has written it. */
  int writtenFrom() {
    return writtenFrom;
  }

  /** The offset behind it. */
  int writtenTo() {
    return writtenTo;
  }

  /** Whether both are words of one cell. */
  boolean isOfOneCell(Token other) {
    return other instanceof CaseToken that
        && that.row == row
        && that.getStartIndex() == getStartIndex();
  }
}
