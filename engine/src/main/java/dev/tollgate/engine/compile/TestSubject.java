package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * What a test or a check is about.
 *
 * @param quota the one that is judged; empty when the header names the product alone
 */
record TestSubject(ProductDraft product, Optional<QuotaDraft> quota) {

  /**
   * The quota that a number is about: the one it names, the header's, the only one that counts in
   * the unit of the number, or the only one there is. Anything else is reported.
   */
  Optional<QuotaDraft> quota(Optional<Name> named, Optional<Name> unit, Span span) {
    if (named.isPresent()) {
      return product.quotas.find(named.get());
    } else if (quota.isPresent()) {
      return quota;
    }
    List<QuotaDraft> all = product.allQuotas;
    List<QuotaDraft> meant =
        unit.map(
                word ->
                    all.stream()
                        .filter(each -> each.name().equals(word.text()))
                        .findFirst()
                        .map(List::of)
                        .orElseGet(() -> countingIn(word)))
            .orElse(all);
    if (all.size() == 1) {
      return Optional.of(all.get(0));
    }
    if (meant.isEmpty() && unit.isPresent()) {
      product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_QUOTA,
          "a quota of " + product.name() + " or the unit of one",
          unit.get(),
          product.quotas.known());
      return Optional.empty();
    }
    if (meant.size() != 1 && !all.isEmpty()) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.UNCLEAR_QUOTA,
                      span,
                      "`%s` does not say which quota it is about"
                          .formatted(product.sources().words(span)))
                  .withHint(
                      "name one: "
                          + Wording.list(all.stream().map(QuotaDraft::name).toList(), "or")));
    }
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private List<QuotaDraft> countingIn(Name unit) {
    return product.allQuotas.stream()
        .filter(each -> each.unit().filter(found -> Units.isWordOf(found, unit.text())).isPresent())
        .toList();
  }

  /** Judges an amount of a quota's unit. */
  void amount(Quantity amount, Optional<Name> named, Span span) {
    quota(named, amount.unit(), span)
        .flatMap(QuotaDraft::unit)
        .ifPresent(unit -> product.quantities.amount(amount, unit));
  }

  /** Judges an amount of an add-on. */
  void amount(Numeral amount, Name addOn) {
    product
        .addOns
        .find(addOn)
        .ifPresent(
            found ->
                product.quantities.amount(
                    new Quantity(
                        amount,
                        found.unit.name().isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Name(found.unit.name(), amount.span())),
                        amount.span()),
                    found.unit));
  }

  /** Judges an amount of money. */
  void money(Quantity money) {
    if (money.unit().isEmpty()) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.UNIT_NOT_SAID,
                      money.span(),
                      "`%s` names no currency".formatted(money.number().written()))
                  .withHint("say for example `%s USD`".formatted(money.number().written())));
    } else if (!Units.isCurrency(money.unit().get().text())) {
      product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_CURRENCY, "a currency (ISO 4217)", money.unit().get(), List.of());
    }
  }
}
