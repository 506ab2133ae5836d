package dev.tollgate.server.command;

import dev.tollgate.engine.decide.Way;

/** What would help, in words. */
final class WayText {

  private WayText() {}

  static String of(Way way) {
    if (way instanceof Way.Wait wait) {
      return "wait until " + wait.until();
    }
    if (way instanceof Way.ChangeEdition change) {
      return "edition %s: %s".formatted(change.edition(), Figures.ofLimit(change.limit()));
    }
    if (way instanceof Way.Buy buy) {
      String price =
          buy.perDay()
              .map(money -> ": " + MoneyText.of(money) + " a day")
              .or(() -> buy.per30Days().map(money -> ": " + MoneyText.of(money) + " a month"))
              .orElse("");
      return "buy " + Figures.of(buy.amount()) + " " + buy.addOn() + price;
    }
    if (way instanceof Way.Batch batch) {
      return "%s of %s with up to %s %s: %s instead of %s %s"
          .formatted(
              Figures.counted(batch.calls(), "call"),
              batch.call(),
              Figures.of(batch.items()),
              batch.parameter(),
              Figures.of(batch.cost()),
              Figures.of(batch.insteadOf()),
              batch.quota());
    }
    throw new IllegalArgumentException("no such way: " + way);
  }
}
