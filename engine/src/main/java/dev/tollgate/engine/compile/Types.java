package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.ValueType;

/** How messages call types. */
final class Types {

  private Types() {}

  /** With its article: `an amount of credits`. */
  static String describe(ValueType type) {
    if (type instanceof ValueType.YesOrNo) {
      return "yes or no";
    } else if (type instanceof ValueType.Count) {
      return "a count";
    } else if (type instanceof ValueType.Quantity quantity) {
      return "an amount of " + quantity.unit().name();
    } else if (type instanceof ValueType.Date) {
      return "a date";
    } else if (type instanceof ValueType.Zone) {
      return "a time zone";
    } else if (type instanceof ValueType.Percent) {
      return "a percentage";
    } else if (type instanceof ValueType.Text) {
      return "text";
    } else if (type instanceof ValueType.OneOf oneOf) {
      return "one of " + Wording.list(oneOf.choices(), "or");
    }
    throw new IllegalStateException("no such type: " + type);
  }
}
