package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Unit;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.ClockUnit;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads numbers and their units; what does not fit is reported here and nowhere else. */
final class Quantities {

  private static final BigDecimal TOO_LARGE = BigDecimal.valueOf(Long.MAX_VALUE);

  private final ProductDraft product;

  Quantities(ProductDraft product) {
    this.product = product;
  }

  /** The unit of a quota or of a fact. */
  Optional<Unit> unit(Name name) {
    return unit(name, List.of());
  }

  /**
   * The unit.
   *
   * @param instead what could have been meant as well
   */
  Optional<Unit> unit(Name name, List<Known> instead) {
    String word = name.text();
    if (product.units.has(word)) {
      return product.units.find(name);
    }
    Optional<Unit> builtIn = Units.builtIn(word);
    if (builtIn.isEmpty()) {
      reportUnknown(name, instead);
    }
    return builtIn;
  }

  private void reportUnknown(Name name, List<Known> instead) {
    String word = name.text();
    if (ClockUnit.of(word).isPresent()) {
      product
          .findings()
          .add(
              DiagnosticCode.UNFIT_LENGTH,
              name.span(),
              "time is counted in `milliseconds` or `seconds`, not in `%s`".formatted(word));
    } else if (Units.looksLikeCurrency(word)) {
      product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_CURRENCY, "a currency (ISO 4217)", name, List.of());
    } else {
      List<Known> known = new ArrayList<>(product.units.known());
      known.add(Known.builtIn("calls"));
      known.addAll(instead);
      product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_UNIT, "a unit of " + product.name(), name, known);
    }
  }

  /** The amount in {@code unit}; a number without a unit is in it, unless that is money. */
  Optional<BigDecimal> amount(Quantity quantity, Unit unit) {
    Optional<BigDecimal> amount = converted(quantity, unit);
    return amount.filter(value -> fits(quantity.number(), value, unit));
  }

  /** The amount in whole steps of {@code unit}. */
  OptionalLong steps(Quantity quantity, Unit unit) {
    Optional<BigDecimal> amount = amount(quantity, unit);
    return amount.isPresent() ? OptionalLong.of(unit.steps(amount.get())) : OptionalLong.empty();
  }

  /** The amount in {@code unit}, however many decimals it has. */
  Optional<BigDecimal> converted(Quantity quantity, Unit unit) {
    BigDecimal number = quantity.number().value();
    if (quantity.unit().isEmpty()) {
      if (unit.kind() == Unit.Kind.MONEY && number.signum() != 0) {
        product.findings().add(currencyMissing(quantity, unit));
        return Optional.empty();
      }
      return Optional.of(number);
    }
    Name word = quantity.unit().get();
    if (Units.isWordOf(unit, word.text())) {
      product.units.markUsed(word.text());
      return Optional.of(number);
    }
    if (namesQuotaIn(unit, word)) {
      return Optional.of(number);
    }
    Optional<ClockUnit> clock = ClockUnit.of(word.text());
    if (unit.kind() == Unit.Kind.DURATION && clock.flatMap(Lengths::millisOf).isPresent()) {
      BigDecimal millis = number.multiply(Lengths.millisOf(clock.get()).orElseThrow());
      return Optional.of(millis.movePointLeft(unit.decimals()));
    }
    reportOther(quantity, word, unit);
    return Optional.empty();
  }

  /** Whether the word is a quota that counts in the unit: `250 credits`, whatever those are. */
  private boolean namesQuotaIn(Unit unit, Name word) {
    return product
        .quotas
        .look(word.text())
        .flatMap(Names.Entry::value)
        .flatMap(QuotaDraft::unit)
        .filter(unit::equals)
        .isPresent();
  }

  private static Diagnostic currencyMissing(Quantity quantity, Unit unit) {
    String said = quantity.number().written();
    return Diagnostic.of(
            DiagnosticCode.UNIT_NOT_SAID, quantity.span(), "`%s` names no currency".formatted(said))
        .withHint("say `%s %s`".formatted(said, unit.name()))
        .withFix(quantity.span(), said + " " + unit.name());
  }

  private void reportOther(Quantity quantity, Name word, Unit unit) {
    boolean known =
        product.units.has(word.text())
            || product.seats.has(word.text())
            || Units.builtIn(word.text()).isPresent()
            || ClockUnit.of(word.text()).isPresent();
    if (!known) {
      reportUnknown(word, List.of());
      return;
    }
    product.units.markUsed(word.text());
    // A quota of that name may stand in a line that could not be read, and count in its unit.
    if (product.draft.isDamaged(word.text())) {
      return;
    }
    String meant = unit.name().isEmpty() ? "a plain number is" : "`" + unit.name() + "` are";
    String written = quantity.number().written() + " " + word.text();
    product
        .findings()
        .add(
            DiagnosticCode.UNITS_DIFFER,
            quantity.span(),
            "`%s` is an amount of `%s`, and %s counted here"
                .formatted(written, word.text(), meant));
  }

  private boolean fits(Numeral numeral, BigDecimal value, Unit unit) {
    if (value.stripTrailingZeros().scale() > unit.decimals()) {
      String rule = unit.decimals() == 0 ? "are whole" : "have at most " + places(unit);
      String name = unit.name().isEmpty() ? "counts" : "`" + unit.name() + "`";
      product
          .findings()
          .add(
              DiagnosticCode.TOO_MANY_DECIMALS,
              numeral.span(),
              "`%s` has too many decimals: %s %s".formatted(numeral.written(), name, rule));
      return false;
    }
    return isSmallEnough(numeral, value.movePointRight(unit.decimals()));
  }

  private static String places(Unit unit) {
    return unit.decimals() == 1 ? "1 decimal" : unit.decimals() + " decimals";
  }

  private boolean isSmallEnough(Numeral numeral, BigDecimal steps) {
    if (steps.compareTo(TOO_LARGE) < 0) {
      return true;
    }
    product
        .findings()
        .add(
            DiagnosticCode.NUMBER_TOO_LARGE,
            numeral.span(),
            "`%s` is more than can be counted".formatted(numeral.written()));
    return false;
  }

  /**
   * A whole number from {@code least} to {@code most}.
   *
   * @param what what the number is, for the message: `the group`
   */
  OptionalLong whole(Numeral numeral, String what, long least, long most) {
    BigDecimal value = numeral.value();
    if (most == Long.MAX_VALUE && !isSmallEnough(numeral, value)) {
      return OptionalLong.empty();
    }
    boolean inside =
        value.stripTrailingZeros().scale() <= 0
            && value.compareTo(BigDecimal.valueOf(least)) >= 0
            && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    if (inside) {
      return OptionalLong.of(value.longValueExact());
    }
    String to = most == Long.MAX_VALUE ? "" : " to " + Wording.number(most);
    product
        .findings()
        .add(
            DiagnosticCode.NUMBER_OUT_OF_RANGE,
            numeral.span(),
            "`%s` is no %s: that is a whole number from %s%s"
                .formatted(numeral.written(), what, Wording.number(least), to));
    return OptionalLong.empty();
  }
}
