package dev.tollgate.grammar.parse;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a number is written: digits, in groups of three behind `_` or in none, and a fraction. */
final class Numbers {

  /** As many digits as a number may have; every quantity and price of the world needs fewer. */
  static final int MOST_DIGITS = 30;

  private static final Pattern WELL_FORMED =
      Pattern.compile("(0|[1-9][0-9]*|[1-9][0-9]{0,2}(_[0-9]{3})+)(\\.[0-9]+)?");
  private static final Pattern WITH_COMMAS =
      Pattern.compile("[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]+)?");
  private static final Pattern GROUPED_OTHERWISE = Pattern.compile("[0-9_]+(\\.[0-9]+)?");

  private Numbers() {}

  /** What a malformed number is taken for while the rest of the text is read. */
  static BigDecimal value(String written) {
    StringBuilder digits = new StringBuilder(written.length());
    boolean point = false;
    for (int i = 0; i < written.length() && digits.length() <= MOST_DIGITS; i++) {
      char c = written.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c == '.' && !point) {
        point = true;
        digits.append(digits.isEmpty() ? "0." : ".");
      }
    }
    return new BigDecimal(digits.toString());
  }

  static boolean isWellFormed(String written) {
    return written.length() <= MOST_DIGITS && WELL_FORMED.matcher(written).matches();
  }

  static boolean isTooLong(String written) {
    return written.length() > MOST_DIGITS;
  }

  /** The number as it should be written, when commas stand where `_` belongs. */
  static Optional<String> withoutCommas(String written) {
    return WITH_COMMAS.matcher(written).matches()
        ? Optional.of(written.replace(',', '_'))
        : Optional.empty();
  }

  /** Whether the digits are right and only the groups are not. */
  static boolean isMisgrouped(String written) {
    return written.indexOf('_') >= 0 && GROUPED_OTHERWISE.matcher(written).matches();
  }
}
