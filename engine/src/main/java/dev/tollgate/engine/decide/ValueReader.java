package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads a stated value as the type that the policy gives it. */
final class ValueReader {

  private final Problems problems;

  ValueReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The value, in steps of its type; empty, with a problem, when it is not of the type.
   *
   * @param name of the fact or parameter, for messages
   */
  Optional<Value> read(ValueType type, Stated stated, String pointer, String name) {
    if (type instanceof ValueType.YesOrNo) {
      return yesOrNo(stated, pointer, name);
    }
    if (type instanceof ValueType.Date) {
      return date(stated, pointer, name).map(date -> Value.number(date.toEpochDay()));
    }
    if (type instanceof ValueType.Zone) {
      return zone(stated.toString(), pointer).map(zone -> Value.word(zone.getId()));
    }
    if (type instanceof ValueType.OneOf oneOf) {
      return choice(oneOf, stated, pointer, name);
    }
    if (type instanceof ValueType.Text) {
      return text(stated, pointer, name);
    }
    return number(stated, pointer, name)
        .flatMap(number -> steps(number, type.decimals(), pointer, name))
        .map(Value::number);
  }

  /** A zone by its name in the time zone database. */
  Optional<ZoneId> zone(String name, String pointer) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException notAZone) {
      problems.unknown(
          pointer, "zone", name, "the time zone database", ZoneId.getAvailableZoneIds());
      return Optional.empty();
    }
  }

  /** Steps of an amount of a unit, from 0. */
  Optional<Long> amount(BigDecimal amount, Unit unit, String pointer, String name) {
    return steps(amount, unit.decimals(), pointer, name);
  }

  private Optional<Long> steps(BigDecimal number, int decimals, String pointer, String name) {
    if (number.signum() < 0) {
      problems.add(pointer, "negative-number", "`" + name + "` is below 0: the least is 0");
      return Optional.empty();
    }
    if (number.precision() - number.scale() + decimals > String.valueOf(Long.MAX_VALUE).length()) {
      return tooLarge(pointer, name);
    }
    BigDecimal steps = number.movePointRight(decimals);
    if (steps.stripTrailingZeros().scale() > 0) {
      String wanted =
          decimals == 0 ? "a whole number" : "a number of at most " + decimals + " decimals";
      problems.add(pointer, "fractional-number", "`" + name + "` must be " + wanted);
      return Optional.empty();
    }
    // The greatest number stands for no limit.
    if (steps.compareTo(BigDecimal.valueOf(Unit.UNLIMITED)) >= 0) {
      return tooLarge(pointer, name);
    }
    return Optional.of(steps.longValueExact());
  }

  private Optional<Long> tooLarge(String pointer, String name) {
    problems.add(pointer, "too-large", "`" + name + "` is too large to count");
    return Optional.empty();
  }

  private Optional<Value> yesOrNo(Stated stated, String pointer, String name) {
    if (stated instanceof Stated.YesOrNo yesOrNo) {
      return Optional.of(Value.yesOrNo(yesOrNo.yes()));
    }
    if (!(stated instanceof Stated.Number)) {
      switch (stated.toString()) {
        case "yes", "true" -> {
          return Optional.of(Value.YES);
        }
        case "no", "false" -> {
          return Optional.of(Value.NO);
        }
        default -> {}
      }
    }
    return wrongType(stated, "yes or no", pointer, name);
  }

  private Optional<LocalDate> date(Stated stated, String pointer, String name) {
    try {
      return Optional.of(LocalDate.parse(stated.toString()));
    } catch (DateTimeParseException notADate) {
      return wrongType(stated, "a date such as 2026-01-31", pointer, name);
    }
  }

  private Optional<Value> choice(
      ValueType.OneOf oneOf, Stated stated, String pointer, String name) {
    if (oneOf.choices().contains(stated.toString())) {
      return Optional.of(Value.word(stated.toString()));
    }
    problems.unknown(pointer, "choice", stated.toString(), "`" + name + "`", oneOf.choices());
    return Optional.empty();
  }

  private Optional<Value> text(Stated stated, String pointer, String name) {
    if (stated instanceof Stated.YesOrNo) {
      return wrongType(stated, "text", pointer, name);
    }
    return Optional.of(Value.word(stated.toString()));
  }

  private Optional<BigDecimal> number(Stated stated, String pointer, String name) {
    if (stated instanceof Stated.Number number) {
      return Optional.of(number.number());
    }
    if (stated instanceof Stated.Untyped untyped) {
      try {
        return Optional.of(new BigDecimal(untyped.text()));
      } catch (NumberFormatException notANumber) {
        return wrongType(stated, "a number", pointer, name);
      }
    }
    return wrongType(stated, "a number", pointer, name);
  }

  private <T> Optional<T> wrongType(Stated stated, String wanted, String pointer, String name) {
    problems.add(
        pointer, "wrong-type", "`" + name + "` is " + wanted + ", and not `" + stated + "`");
    return Optional.empty();
  }
}
