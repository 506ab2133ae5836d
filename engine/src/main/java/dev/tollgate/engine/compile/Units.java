package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Unit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The units that are part of the language. */
final class Units {

  /** Seconds with milliseconds as their smallest part. */
  static final Unit SECONDS = new Unit(Unit.Kind.DURATION, "second", "seconds", 3);

  /** What an add-on is counted in that does not add units of a quota. */
  static final Unit PIECES = new Unit(Unit.Kind.DECLARED, "", "", 0);

  private static final List<String> COMMON_CURRENCIES =
      List.of("USD", "EUR", "JPY", "GBP", "CNY", "AUD", "CAD", "CHF", "INR", "BRL", "SGD");

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Units() {}

  /** The unit that a word names without being declared. */
  static Optional<Unit> builtIn(String word) {
    return switch (word) {
      case "call", "calls" -> Optional.of(Unit.CALLS);
      case "millisecond", "milliseconds" -> Optional.of(Unit.MILLISECONDS);
      case "second", "seconds" -> Optional.of(SECONDS);
      default -> isCurrency(word) ? Optional.of(Unit.money(word)) : Optional.empty();
    };
  }

  /** Those that somebody who misspells one may have meant: of all, too many are alike. */
  static List<Known> commonCurrencies() {
    return COMMON_CURRENCIES.stream().map(Known::builtIn).toList();
  }

  /** Whether it is the code of a currency (ISO 4217). */
  static boolean isCurrency(String word) {
    return CURRENCIES.contains(word);
  }

  /** Whether somebody who wrote this meant a currency: three capital letters. */
  static boolean looksLikeCurrency(String word) {
    return word.matches("[A-Z]{3}");
  }

  static boolean isWordOf(Unit unit, String word) {
    return word.equals(unit.singular()) || word.equals(unit.plural());
  }
}
