package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Writes numbers and values the way policies do: {@code 5_000}, {@code 12.5}, {@code no limit}. */
public final class Wording {

  private static final int GROUP = 3;

  private Wording() {}

  static String of(Exact amount) {
    return amount.endless() ? "no limit" : of(amount.value());
  }

  public static String of(BigDecimal number) {
    String plain = number.stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    StringBuilder text = new StringBuilder(plain);
    int firstDigit = number.signum() < 0 ? 1 : 0;
    for (int at = end - GROUP; at > firstDigit; at -= GROUP) {
      text.insert(at, '_');
    }
    return text.toString();
  }

  public static String of(long number) {
    return of(BigDecimal.valueOf(number));
  }

  /** An amount in steps of a unit, without the unit's name. */
  static String of(long steps, Unit unit) {
    return steps == Unit.UNLIMITED ? "no limit" : of(unit.amount(steps));
  }

  /** {@code 1 user}, {@code 3 users}. */
  static String of(long number, Product.Seat seat) {
    return of(number) + " " + (number == 1 ? seat.singular() : seat.plural());
  }

  static String of(Rounding rounding) {
    return switch (rounding) {
      case UP -> "rounded up";
      case DOWN -> "rounded down";
      case NEAREST -> "rounded to nearest";
    };
  }

  /** A value of a fact: {@code "eu"}, {@code 2025-10-08}, {@code 80%}, {@code 150_000 credits}. */
  public static String of(Value value, ValueType type) {
    if (value instanceof Value.Number number) {
      return of(number.steps(), type);
    }
    return type instanceof ValueType.Text ? '"' + value.toString() + '"' : value.toString();
  }

  private static String of(long steps, ValueType type) {
    if (type instanceof ValueType.Date) {
      return LocalDate.ofEpochDay(steps).toString();
    }
    String number = of(BigDecimal.valueOf(steps, type.decimals()));
    if (type instanceof ValueType.Quantity quantity) {
      boolean one = quantity.unit().amount(steps).compareTo(BigDecimal.ONE) == 0;
      return number + " " + (one ? quantity.unit().singular() : quantity.unit().plural());
    }
    return type instanceof ValueType.Percent ? number + "%" : number;
  }

  /** {@code per second} for a stretch that has a name, else {@code every 250 ms}. */
  static String every(long millis) {
    if (millis == 1_000L) {
      return "per second";
    }
    if (millis == 60_000L) {
      return "per minute";
    }
    if (millis == 3_600_000L) {
      return "per hour";
    }
    return millis == 86_400_000L ? "per day" : "every " + of(millis) + " ms";
  }
}
