package dev.tollgate.engine.policy;

import java.util.List;

/** What values a fact or a parameter may have. */
public sealed interface ValueType {

  /** Decimals that a percentage keeps. */
  int PERCENT_DECIMALS = 6;

  record YesOrNo() implements ValueType {}

  /** Whole numbers from 0. */
  record Count() implements ValueType {}

  /** An amount of a unit or of money, from 0, in steps of the unit. */
  record Quantity(Unit unit) implements ValueType {}

  /** Days since 1970-01-01. */
  record Date() implements ValueType {}

  /** The name of a time zone. */
  record Zone() implements ValueType {}

  /** A percentage from 0, in 10<sup>-6</sup> of a percent. */
  record Percent() implements ValueType {}

  record Text() implements ValueType {}

  /** One of a fixed list of words, at least one. */
  record OneOf(List<String> choices) implements ValueType {
    public OneOf {
      choices = List.copyOf(choices);
    }
  }

  /** Whether values are numbers (and so can be compared by size) rather than words. */
  default boolean isNumber() {
    return this instanceof Count
        || this instanceof Quantity
        || this instanceof Date
        || this instanceof Percent;
  }

  /** Decimal places of the steps that numbers of this type are counted in. */
  default int decimals() {
    if (this instanceof Quantity quantity) {
      return quantity.unit().decimals();
    }
    return this instanceof Percent ? PERCENT_DECIMALS : 0;
  }
}
