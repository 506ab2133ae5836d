package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.ProductClause;
import java.util.List;
import java.util.Optional;

/** What is declared is used, tests aside. */
final class CheckUnused implements Stage {

  @Override
  public void run(Draft draft) {
    draft.products.forEach(CheckUnused::check);
  }

  private static void check(ProductDraft product) {
    for (ProductClause.Seat seat : product.clauses.seats) {
      boolean counted =
          product.seats.isUsed(seat.singular().text())
              || seat.plural().filter(plural -> product.seats.isUsed(plural.text())).isPresent();
      Optional<String> plural =
          product
              .seats
              .look(seat.singular().text())
              .flatMap(Names.Entry::value)
              .map(Product.Seat::plural);
      if (!counted && !plural.filter(product.seats::isUsed).isPresent()) {
        report(
            product,
            DiagnosticCode.SEAT_NEVER_COUNTED,
            seat.singular(),
            "seat `%s` is never counted");
      }
    }
    for (ProductClause.Unit unit : product.clauses.units) {
      boolean counted =
          product.allQuotas.stream()
              .anyMatch(
                  quota ->
                      quota
                          .unit()
                          .filter(found -> Units.isWordOf(found, unit.singular().text()))
                          .isPresent());
      if (!counted
          && !product.units.isUsed(unit.singular().text())
          && unit.plural().filter(plural -> product.units.isUsed(plural.text())).isEmpty()) {
        report(product, DiagnosticCode.NEVER_USED, unit.singular(), "unit `%s` is never used");
      }
    }
    unused(product, product.facts, "fact `%s` is never used");
    unused(product, product.keys, "key `%s` is never used");
    unused(product, product.groups, "group `%s` is never used");
  }

  private static <T> void unused(ProductDraft product, Names<T> names, String message) {
    List<Names.Entry<T>> entries = names.entries();
    for (Names.Entry<T> entry : entries) {
      if (!names.isUsed(entry.name().text())) {
        report(product, DiagnosticCode.NEVER_USED, entry.name(), message);
      }
    }
  }

  private static void report(ProductDraft product, DiagnosticCode code, Name name, String message) {
    product.findings().add(code, name.span(), message.formatted(name.text()));
  }
}
