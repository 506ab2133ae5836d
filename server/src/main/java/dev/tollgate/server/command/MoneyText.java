package dev.tollgate.server.command;

import dev.tollgate.engine.decide.Money;

/** Money as people read it: {@code 1,195.00 USD}. */
final class MoneyText {

  private MoneyText() {}

  static String of(Money money) {
    return Figures.exactly(money.amount()) + " " + money.currency();
  }
}
