package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Money;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/** Money: {@code {"amount": "6.50", "currency": "USD"}}, a text so that nobody rounds it. */
public final class MoneyJson {

  private MoneyJson() {}

  /** The member is null where there is no money. */
  static void write(JsonWriter json, String name, Optional<Money> money) {
    money.ifPresentOrElse(it -> write(json, name, it), () -> json.nothing(name));
  }

  /** One sum. */
  public static void write(JsonWriter json, String name, Money money) {
    json.name(name);
    write(json, money);
  }

  /** One for each currency. */
  static void write(JsonWriter json, String name, List<Money> sums) {
    json.array(name, sums, money -> write(json, money));
  }

  private static void write(JsonWriter json, Money money) {
    json.object(
        () -> {
          json.text("amount", money.amount().toPlainString());
          json.text("currency", money.currency());
        });
  }
}
