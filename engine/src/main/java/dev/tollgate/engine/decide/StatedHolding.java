package dev.tollgate.engine.decide;

import dev.tollgate.engine.terms.Holding.Mode;
import java.math.BigDecimal;

/**
 * An add-on as a request states that an account holds it.
 *
 * @param mode how it is billed
 * @param amount the amount bought, or the limit on what may be used, in the add-on's unit
 */
public record StatedHolding(Mode mode, BigDecimal amount) {

  public static StatedHolding bought(long amount) {
    return new StatedHolding(Mode.BOUGHT, BigDecimal.valueOf(amount));
  }

  public static StatedHolding used(long limit) {
    return new StatedHolding(Mode.USED, BigDecimal.valueOf(limit));
  }
}
