package dev.tollgate.server.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cells between commas, as RFC 4180 has them; a cell with a comma or a quote in it stands in
 * quotes, which are doubled within. A cell ends on the line on which it begins.
 */
final class CsvFormat implements RowFormat {

  private static final String MARK = "\uFEFF";

  private final List<String> names;

  private CsvFormat(List<String> names) {
    this.names = names;
  }

  /** The format of a table with this header. */
  static CsvFormat of(String header) {
    String line = header.startsWith(MARK) ? header.substring(MARK.length()) : header;
    String[] names = new String[1 + (int) line.chars().filter(each -> each == ',').count()];
    int count = split(line, names);
    if (count < 0) {
      throw new UnreadableTable("line 1 has a quote that is not closed");
    }
    return new CsvFormat(Arrays.stream(names, 0, count).map(String::strip).toList());
  }

  @Override
  public Optional<List<String>> header() {
    return Optional.of(names);
  }

  @Override
  public void read(Chunk chunk, RowSink sink) {
    Optional<String> text = chunk.text();
    if (text.isEmpty()) {
      sink.unreadable(chunk.firstLine(), "here or soon below is something that is not UTF-8");
      return;
    }
    Chunk.Lines lines = new Chunk.Lines(text.get());
    String[] cells = new String[names.size()];
    for (long number = chunk.firstLine(); lines.hasNext(); number++) {
      String line = lines.next();
      if (number > 1 && !line.isEmpty()) {
        read(number, line, cells, sink);
      }
    }
  }

  private void read(long number, String line, String[] cells, RowSink sink) {
    int count = split(line, cells);
    if (count < 0) {
      sink.unreadable(number, "a quote is not closed: a cell ends on the line on which it begins");
    } else if (count != cells.length) {
      sink.unreadable(number, "%d cells under %d columns".formatted(count, cells.length));
    } else {
      sink.row(number, names, cells);
    }
  }

  /**
   * Puts the cells of a line where there is room for them; answers how many there are, or −1 where
   * a quote is not closed.
   */
  private static int split(String line, String[] cells) {
    int count = 0;
    int at = 0;
    while (at <= line.length()) {
      int end;
      String cell;
      if (at < line.length() && line.charAt(at) == '"') {
        int close = closing(line, at + 1);
        if (close < 0) {
          return -1;
        }
        cell = line.substring(at + 1, close).replace("\"\"", "\"");
        end = close + 1;
      } else {
        int comma = line.indexOf(',', at);
        end = comma < 0 ? line.length() : comma;
        cell = line.substring(at, end);
      }
      if (count < cells.length) {
        cells[count] = cell;
      }
      count++;
      at = end + 1;
    }
    return count;
  }

  /** The quote that ends a cell, before a comma or the end of the line. */
  private static int closing(String line, int from) {
    int at = line.indexOf('"', from);
    while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == '"') {
      at = line.indexOf('"', at + 2);
    }
    boolean ends = at >= 0 && (at + 1 == line.length() || line.charAt(at + 1) == ',');
    return ends ? at : -1;
  }
}
