package dev.tollgate.server.http.answer;

import dev.tollgate.engine.book.BilledLine;
import dev.tollgate.engine.book.Statement;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.Locale;

/** The money of an account day by day, one line for each line of a price list. */
public final class StatementJson {

  private StatementJson() {}

  public static void write(JsonWriter json, String product, String account, Statement statement) {
    json.object(
        () -> {
          json.text("product", product);
          json.text("account", account);
          json.text("from", statement.from().toString());
          json.text("to", statement.to().toString());
          json.array("days", statement.days(), day -> write(json, day));
          MoneyJson.write(json, "totals", statement.totals());
          MoneyJson.write(json, "toPay", statement.toPay());
          json.text("rounding", Statement.ROUNDING);
        });
  }

  private static void write(JsonWriter json, Statement.Day day) {
    json.object(
        () -> {
          json.text("day", day.day().toString());
          MoneyJson.write(json, "totals", day.totals());
          json.array("lines", day.lines(), line -> write(json, line));
        });
  }

  private static void write(JsonWriter json, BilledLine line) {
    json.object(
        () -> {
          json.text("mode", line.mode().name().toLowerCase(Locale.ROOT));
          json.text("addon", line.addOn());
          json.text("quota", line.quota());
          SlabJson.fields(json, line.slab());
          json.text("policy", line.policy());
        });
  }
}
