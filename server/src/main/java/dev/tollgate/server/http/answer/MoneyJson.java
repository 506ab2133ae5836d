package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Money;
import dev.tollgate.server.http.json.JsonWriter;

/** Money: {@code {"amount": "6.50", "currency": "USD"}}, a text so that nobody rounds it. */
final class MoneyJson {

  private MoneyJson() {}

  static void write(JsonWriter json, String name, Money money) {
    json.object(
        name,
        () -> {
          json.text("amount", money.amount().toPlainString());
          json.text("currency", money.currency());
        });
  }
}
