package dev.tollgate.server.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How rows are written. Safe for use by many threads. */
public sealed interface RowFormat permits CsvFormat, NdjsonFormat {

  /**
   * The format of a table: JSON where its first line begins an object, else CSV, whose first line
   * names the columns.
   *
   * @param passedOver members of objects that say nothing
   * @throws UnreadableTable if its first line cannot be understood
   */
  static RowFormat of(Chunk first, Set<String> passedOver) {
    Optional<String> text = first.text();
    Chunk.Lines lines = new Chunk.Lines(text.orElse(""));
    String line = lines.hasNext() ? lines.next() : "";
    if (text.isEmpty() || line.isBlank()) {
      throw new UnreadableTable("line 1 names no columns");
    }
    return line.stripLeading().startsWith("{") ? new NdjsonFormat(passedOver) : CsvFormat.of(line);
  }

  /** The names of the columns, where they stand before all rows. */
  Optional<List<String>> header();

  /** Gives all rows of a chunk to the sink, in their order. */
  void read(Chunk chunk, RowSink sink);
}
