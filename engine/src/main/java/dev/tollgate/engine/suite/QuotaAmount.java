package dev.tollgate.engine.suite;

import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.tree.ClockUnit;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Quantity;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Amounts of tests in the unit in which they are counted. */
final class QuotaAmount {

  private QuotaAmount() {}

  /**
   * The amount in {@code unit}. Only lengths of time are converted, all else is written in its
   * unit: {@code 2 minutes} is 120 in seconds and 120,000 in milliseconds.
   */
  static BigDecimal in(Unit unit, Quantity quantity) {
    BigDecimal number = quantity.number().value();
    Optional<String> word = quantity.unit().map(Name::text);
    if (unit.kind() != Unit.Kind.DURATION || word.filter(text -> !isWordOf(unit, text)).isEmpty()) {
      return number;
    }
    return word.flatMap(ClockUnit::of)
        .map(clock -> number.multiply(millis(clock)).movePointLeft(unit.decimals()))
        .orElse(number);
  }

  /** The number in the unit of a fact or a parameter, if it has one. */
  static BigDecimal in(Optional<ValueType> type, Quantity quantity) {
    return type.filter(ValueType.Quantity.class::isInstance)
        .map(ValueType.Quantity.class::cast)
        .map(measured -> in(measured.unit(), quantity))
        .orElse(quantity.number().value());
  }

  static boolean isWordOf(Unit unit, String word) {
    return word.equals(unit.singular()) || word.equals(unit.plural());
  }

  private static BigDecimal millis(ClockUnit clock) {
    ChronoUnit unit =
        switch (clock) {
          case MILLISECOND -> ChronoUnit.MILLIS;
          case SECOND -> ChronoUnit.SECONDS;
          case MINUTE -> ChronoUnit.MINUTES;
          case HOUR -> ChronoUnit.HOURS;
          case DAY -> ChronoUnit.DAYS;
          case WEEK -> ChronoUnit.WEEKS;
          case MONTH -> throw new IllegalArgumentException("a month has no fixed length");
        };
    return BigDecimal.valueOf(unit.getDuration().toMillis());
  }
}
