package dev.tollgate.server.command;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as callers write them: {@code 75000}, {@code 75_000}, {@code 0.5}. */
final class Numbers {

  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,30}(_\\d{3}){0,10}(\\.\\d{1,30})?");

  private Numbers() {}

  /** The number a text says; empty when it says none. */
  static Optional<BigDecimal> in(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace("_", "")))
        : Optional.empty();
  }

  /**
   * @param what stands before the number in the message: {@code --seat user}
   * @throws BadUsage if the text says no number
   */
  static BigDecimal of(String what, String text) {
    return in(text)
        .orElseThrow(() -> new BadUsage("`%s` is not a number: `%s`".formatted(what, text)));
  }

  /**
   * @throws BadUsage if the text says no whole number from 0 to 9,223,372,036,854,775,807
   */
  static long whole(String what, String text) {
    BigDecimal number = of(what, text);
    if (number.signum() < 0
        || number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new BadUsage("`%s` is not a whole number from 0: `%s`".formatted(what, text));
    }
    return number.longValueExact();
  }
}
