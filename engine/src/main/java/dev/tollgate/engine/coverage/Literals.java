package dev.tollgate.engine.coverage;

import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Writes values as tests do. */
final class Literals {

  private static final int GROUP = 3;

  private Literals() {}

  static String of(ValueType type, Value value) {
    if (value instanceof Value.Number number) {
      if (type instanceof ValueType.Date) {
        return LocalDate.ofEpochDay(number.steps()).toString();
      }
      String written = of(BigDecimal.valueOf(number.steps(), type.decimals()));
      return type instanceof ValueType.Percent ? written + "%" : written;
    }
    boolean word =
        type instanceof ValueType.YesOrNo
            || type instanceof ValueType.OneOf
            || type instanceof ValueType.Zone;
    return word ? value.toString() : quoted(value.toString());
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Steps of a unit, without the word for it. */
  static String of(Unit unit, long steps) {
    return of(unit.amount(steps));
  }

  /** With digits in groups: {@code 25_000}, {@code 0.5}. */
  static String of(BigDecimal number) {
    String plain = number.stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.');
    StringBuilder grouped = new StringBuilder(plain);
    for (int at = (point < 0 ? plain.length() : point) - GROUP; at > 0; at -= GROUP) {
      grouped.insert(at, '_');
    }
    return grouped.toString();
  }

  static String of(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toString();
  }
}
