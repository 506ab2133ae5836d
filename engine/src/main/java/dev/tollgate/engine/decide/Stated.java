package dev.tollgate.engine.decide;

import java.math.BigDecimal;

/**
 * A value as a request states it, before anybody has asked what type the policy gives it. Dates,
 * zones and choices come as text; amounts and counts as numbers.
 */
public sealed interface Stated {

  record Text(String text) implements Stated {
    @Override
    public String toString() {
      return text;
    }
  }

  record Number(BigDecimal number) implements Stated {
    @Override
    public String toString() {
      return number.toPlainString();
    }
  }

  record YesOrNo(boolean yes) implements Stated {
    @Override
    public String toString() {
      return yes ? "yes" : "no";
    }
  }

  /** Of any type: what a query or a command line says, where nothing marks a number. */
  record Untyped(String text) implements Stated {
    @Override
    public String toString() {
      return text;
    }
  }

  static Stated text(String text) {
    return new Text(text);
  }

  static Stated untyped(String text) {
    return new Untyped(text);
  }

  static Stated number(long number) {
    return new Number(BigDecimal.valueOf(number));
  }

  static Stated number(BigDecimal number) {
    return new Number(number);
  }

  static Stated yesOrNo(boolean yes) {
    return new YesOrNo(yes);
  }
}
