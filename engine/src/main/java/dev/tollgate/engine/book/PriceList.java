package dev.tollgate.engine.book;

import dev.tollgate.engine.decide.Pricing;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How an add-on is sold.
 *
 * @param unit what its amount is counted in
 * @param perMonth whether the price is that of a calendar month, not of a day
 */
public record PriceList(Unit unit, boolean perMonth, Price price) {

  /** Empty for an add-on that costs nothing or cannot be bought. */
  static Optional<PriceList> of(AddOn addOn) {
    return addOn
        .bought()
        .flatMap(
            rhythm ->
                addOn
                    .price()
                    .map(
                        price ->
                            new PriceList(addOn.unit(), rhythm == AddOn.Bought.PER_MONTH, price)));
  }

  /** Whether this amount can be bought: packs come in their sizes, and slabs may end. */
  boolean sells(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= unit.decimals()
        && Pricing.sells(price, unit.steps(amount));
  }

  /** What an amount that it sells costs, line by line. */
  Pricing price(BigDecimal amount) {
    return Pricing.of(price, unit.steps(amount), unit);
  }
}
