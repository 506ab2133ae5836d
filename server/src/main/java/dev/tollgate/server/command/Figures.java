package dev.tollgate.server.command;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as people read them. */
final class Figures {

  private static final int GROUP = 3;

  private Figures() {}

  /** With thousands set apart and no zeros that say nothing: {@code 1,250,000}, {@code 0.5}. */
  static String of(BigDecimal number) {
    String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    return grouped(plain);
  }

  static String of(long number) {
    return grouped(Long.toString(number));
  }

  /** The number, or {@code no limit}. */
  static String ofLimit(Optional<BigDecimal> number) {
    return number.map(Figures::of).orElse("no limit");
  }

  /** All decimals that are there, as money keeps its own: {@code 1,195.00}. */
  static String exactly(BigDecimal number) {
    return grouped(number.toPlainString());
  }

  /** {@code 1 error}, {@code 2 errors}. */
  static String counted(long number, String thing) {
    return of(number) + " " + thing + (number == 1 ? "" : "s");
  }

  private static String grouped(String plain) {
    int point = plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain);
    int first = plain.startsWith("-") ? 1 : 0;
    for (int at = (point < 0 ? plain.length() : point) - GROUP; at > first; at -= GROUP) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
