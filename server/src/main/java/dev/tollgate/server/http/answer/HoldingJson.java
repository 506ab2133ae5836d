package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.terms.Holding.Mode;
import dev.tollgate.server.http.json.JsonWriter;

/** How an account holds an add-on, in the form in which it is put. */
final class HoldingJson {

  private HoldingJson() {}

  static void write(JsonWriter json, String name, StatedHolding holding) {
    boolean bought = holding.mode() == Mode.BOUGHT;
    json.object(
        name,
        () -> {
          json.text("mode", bought ? "bought" : "used");
          json.number(bought ? "amount" : "limit", holding.amount());
        });
  }
}
