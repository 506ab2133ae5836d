package dev.tollgate.server.http.answer;

import dev.tollgate.engine.book.BilledLine;
import dev.tollgate.engine.book.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A statement as a table, in the form of RFC 4180: a header, then a row for each line of a price
 * list.
 */
public final class StatementCsv {

  public static final String MEDIA_TYPE = "text/csv";

  private static final String END = "\r\n";
  private static final List<String> COLUMNS =
      List.of(
          "day",
          "mode",
          "addon",
          "quota",
          "slab",
          "units",
          "each",
          "amount",
          "currency",
          "at",
          "policy");

  private StatementCsv() {}

  public static String of(Statement statement) {
    StringBuilder text = new StringBuilder(row(COLUMNS));
    for (Statement.Day day : statement.days()) {
      day.lines().forEach(line -> text.append(row(cells(line))));
    }
    return text.toString();
  }

  private static List<String> cells(BilledLine line) {
    return List.of(
        line.day().toString(),
        line.mode().name().toLowerCase(Locale.ROOT),
        line.addOn(),
        line.quota().orElse(""),
        line.slab().text(),
        line.slab().units().toPlainString(),
        line.slab().each().toPlainString(),
        line.slab().amount().amount().toPlainString(),
        line.slab().amount().currency(),
        line.slab().at().toString(),
        line.policy());
  }

  private static String row(List<String> cells) {
    return cells.stream().map(StatementCsv::cell).collect(Collectors.joining(",")) + END;
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
