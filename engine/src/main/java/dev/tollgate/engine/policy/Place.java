package dev.tollgate.engine.policy;

/**
 * Where in the rule files something is written.
 *
 * @param file name of the file, relative to the folder the policy was loaded from, with `/`
 * @param line 1-based
 * @param column 1-based, in code points
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

  public Place {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("no such place: " + file + ":" + line + ":" + column);
    }
  }

  /** The form used in receipts: {@code crm/crm.toll:29}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }
}
