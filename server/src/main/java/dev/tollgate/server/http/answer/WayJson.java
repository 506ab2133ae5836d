package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Way;
import dev.tollgate.server.http.json.JsonWriter;

/** Something that would help; {@code do} says which kind. */
final class WayJson {

  private WayJson() {}

  static void write(JsonWriter json, Way way) {
    json.object(() -> members(json, way));
  }

  private static void members(JsonWriter json, Way way) {
    if (way instanceof Way.Wait wait) {
      json.text("do", "wait");
      json.moment("until", wait.until());
    } else if (way instanceof Way.ChangeEdition change) {
      json.text("do", "edition");
      json.text("edition", change.edition());
      json.number("limit", change.limit());
    } else if (way instanceof Way.Buy buy) {
      json.text("do", "buy");
      json.text("addon", buy.addOn());
      json.number("amount", buy.amount());
      MoneyJson.write(json, "perDay", buy.perDay());
      MoneyJson.write(json, "per30Days", buy.per30Days());
    } else if (way instanceof Way.Batch batch) {
      json.text("do", "batch");
      json.text("call", batch.call());
      json.text("parameter", batch.parameter());
      json.number("calls", batch.calls());
      json.number("items", batch.items());
      json.text("quota", batch.quota());
      json.number("cost", batch.cost());
      json.number("insteadOf", batch.insteadOf());
    } else {
      throw new IllegalArgumentException("no such way: " + way);
    }
  }
}
