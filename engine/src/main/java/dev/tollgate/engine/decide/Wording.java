package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Numbers as the policy language writes them: {@code 25_000}. */
final class Wording {

  private Wording() {}

  static String number(long number) {
    return number(BigDecimal.valueOf(number));
  }

  static String number(BigDecimal number) {
    String plain = number.toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "_") + plain.substring(whole.length());
  }

  /** A value of a fact as an author writes it. */
  static String value(Value value, ValueType type) {
    if (value instanceof Value.Number number) {
      return type instanceof ValueType.Date
          ? LocalDate.ofEpochDay(number.steps()).toString()
          : number(BigDecimal.valueOf(number.steps(), type.decimals()).stripTrailingZeros());
    }
    return value.toString();
  }
}
