package dev.tollgate.server.http.answer;

import dev.tollgate.engine.book.AccountBook;
import dev.tollgate.engine.book.UsageReport;
import dev.tollgate.server.http.json.JsonWriter;

/** What an account used in some days. */
public final class UsageJson {

  private UsageJson() {}

  public static void write(JsonWriter json, String product, String account, AccountBook.Used used) {
    json.object(
        () -> {
          json.text("product", product);
          json.text("account", account);
          json.text("from", used.from().toString());
          json.text("to", used.to().toString());
          json.array("usage", used.rows(), row -> write(json, row));
        });
  }

  private static void write(JsonWriter json, UsageReport.Row row) {
    json.object(
        () -> {
          json.text("quota", row.quota());
          json.text("unit", row.unit());
          json.object("by", () -> row.by().forEach(json::text));
          json.number("calls", row.calls());
          json.number("units", row.units());
          json.number("included", row.included());
          json.number("billed", row.billed());
          MoneyJson.write(json, "money", row.money());
        });
  }
}
