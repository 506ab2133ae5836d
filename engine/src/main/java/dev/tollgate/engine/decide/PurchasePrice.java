package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import java.util.List;
import java.util.Optional;

/** What holding more of an add-on costs, in the rhythm in which the add-on is billed. */
final class PurchasePrice {

  private static final long DAYS_OF_A_QUOTED_MONTH = 30;

  private PurchasePrice() {}

  /**
   * The price of {@code amount} on top of what is held.
   *
   * @param held steps of the add-on's unit that are bought already
   * @param amount steps to buy, from 0
   */
  static Purchase.Line of(AddOn addOn, long held, long amount) {
    long total = Math.addExact(held, amount);
    Optional<Money> more =
        addOn.price().map(price -> Pricing.difference(price, held, total, addOn.unit()).money());
    List<SlabLine> slabs =
        addOn
            .price()
            .map(price -> Pricing.of(price, total, addOn.unit()).lines())
            .orElse(List.of());
    boolean perMonth = addOn.bought().filter(AddOn.Bought.PER_MONTH::equals).isPresent();
    return new Purchase.Line(
        addOn.name(),
        addOn.unit().amount(amount),
        perMonth ? Optional.empty() : more,
        perMonth ? more : more.map(money -> money.times(DAYS_OF_A_QUOTED_MONTH)),
        slabs);
  }

  /** The sum of lines, which are at least one. */
  static Purchase sum(List<Purchase.Line> lines) {
    return new Purchase(
        total(lines.stream().map(Purchase.Line::perDay).toList()),
        total(lines.stream().map(Purchase.Line::per30Days).toList()),
        lines);
  }

  private static Optional<Money> total(List<Optional<Money>> amounts) {
    Optional<Money> sum = amounts.get(0);
    for (Optional<Money> amount : amounts.subList(1, amounts.size())) {
      sum =
          sum.flatMap(
              left ->
                  amount.filter(right -> right.currency().equals(left.currency())).map(left::plus));
    }
    return sum;
  }
}
