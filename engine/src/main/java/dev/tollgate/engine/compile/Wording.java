package dev.tollgate.engine.compile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/** How messages write what is not the author's own text. */
final class Wording {

  private Wording() {}

  /** `a`, `b` and `c`, each in backquotes. */
  static String list(List<String> words, String conjunction) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0) {
        out.append(i == words.size() - 1 ? " " + conjunction + " " : ", ");
      }
      out.append('`').append(words.get(i)).append('`');
    }
    return out.toString();
  }

  /** As the language writes it, with groups of three from 1_000 on. */
  static String number(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    String plain = (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String part = point < 0 ? "" : plain.substring(point);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "_") + part;
  }

  /** With all decimals there are, and at least those of the currency: `3.50 USD`. */
  static String money(BigDecimal amount, String currency) {
    int usual = Currency.getInstance(currency).getDefaultFractionDigits();
    BigDecimal stripped = amount.stripTrailingZeros();
    int scale = Math.max(stripped.scale(), Math.max(0, usual));
    String whole = number(stripped.setScale(0, RoundingMode.DOWN));
    String plain = stripped.setScale(scale).toPlainString();
    int point = plain.indexOf('.');
    return whole + (point < 0 ? "" : plain.substring(point)) + " " + currency;
  }

  static String number(long number) {
    return number(BigDecimal.valueOf(number));
  }
}
