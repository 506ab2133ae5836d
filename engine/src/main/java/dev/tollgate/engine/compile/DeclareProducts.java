package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.ClockUnit;
import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.Text;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/** Enters the products and all names in them but those of calls. */
final class DeclareProducts implements Stage {

  private static final int MOST_DECIMALS = 9;

  @Override
  public void run(Draft draft) {
    for (Declaration declaration : draft.declarations()) {
      if (declaration instanceof Declaration.Product tree) {
        ProductDraft product = new ProductDraft(draft, tree);
        draft.products.add(product);
        draft.productNames.declare(tree.name(), product);
        declare(product);
      }
    }
  }

  private static void declare(ProductDraft product) {
    product.zone = zone(product);
    product.clauses.units.forEach(unit -> unit(product, unit));
    product.clauses.seats.forEach(seat -> seat(product, seat));
    product.clauses.facts.forEach(fact -> fact(product, fact));
    product.clauses.keys.forEach(keys -> keys.names().forEach(key -> key(product, key)));
    product.clauses.editions.forEach(edition -> edition(product, edition));
    for (ProductClause.Quota tree : product.clauses.quotas) {
      QuotaDraft quota = new QuotaDraft(product, tree);
      product.allQuotas.add(quota);
      product.quotas.declare(tree.name(), quota);
    }
    for (ProductClause.AddOn tree : product.clauses.addOns) {
      AddOnDraft addOn = new AddOnDraft(product, tree);
      product.allAddOns.add(addOn);
      product.addOns.declare(tree.name(), addOn);
    }
  }

  private static ZoneId zone(ProductDraft product) {
    if (product.clauses.zones.isEmpty() && !product.draft.isDamaged(product.name())) {
      product.draft.missing(product.tree.name(), "`%s` says no zone", "say `zone UTC`");
    }
    return Once.of(product.clauses.zones, ProductClause.Zone::span, "zone", product.findings())
        .flatMap(clause -> new Zones(product.draft).find(clause.zone()))
        .orElse(product.zone);
  }

  private static void unit(ProductDraft product, ProductClause.Unit clause) {
    Name singular = clause.singular();
    Name plural = clause.plural().orElse(new Name(singular.text() + "s", singular.span()));
    int decimals =
        clause
            .decimals()
            .map(number -> product.quantities.whole(number, "number of places", 0, MOST_DECIMALS))
            .map(places -> (int) places.orElse(0))
            .orElse(0);
    Unit unit = new Unit(Unit.Kind.DECLARED, singular.text(), plural.text(), decimals);
    if (isFree(product, singular) && isFree(product, plural)) {
      product.units.declare(singular, unit);
      if (!plural.text().equals(singular.text())) {
        product.units.declare(plural, unit);
      }
    }
  }

  /** A unit of the language cannot be declared again: `calls` always means calls. */
  private static boolean isFree(ProductDraft product, Name name) {
    boolean taken = Units.builtIn(name.text()).isPresent() || ClockUnit.of(name.text()).isPresent();
    if (taken) {
      product
          .findings()
          .add(
              DiagnosticCode.RESERVED_NAME,
              name.span(),
              "`%s` is a unit of the language".formatted(name.text()));
    }
    return !taken;
  }

  private static void seat(ProductDraft product, ProductClause.Seat clause) {
    Name singular = clause.singular();
    Name plural = clause.plural().orElse(new Name(singular.text() + "s", singular.span()));
    Product.Seat seat =
        new Product.Seat(singular.text(), plural.text(), product.sources().place(singular.span()));
    product.seats.declare(singular, seat);
    if (!plural.text().equals(singular.text())) {
      product.seats.declare(plural, seat);
    }
  }

  private static void fact(ProductDraft product, ProductClause.Fact clause) {
    Optional<ValueType> type = clause.type().accept(new ValueTypes(product, clause.unlessStated()));
    if (type.isEmpty()) {
      product.facts.declareBroken(clause.name());
      return;
    }
    String name = clause.name().text();
    Optional<Value> value =
        clause
            .unlessStated()
            .flatMap(literal -> new Literals(product, name, type.get()).read(literal));
    product.facts.declare(
        clause.name(),
        new Product.Fact(name, type.get(), value, product.sources().place(clause.name().span())));
  }

  private static void key(ProductDraft product, Name key) {
    if (key.text().equals("account")) {
      product
          .findings()
          .add(DiagnosticCode.RESERVED_NAME, key.span(), "`account` is a key of the language");
      return;
    }
    product.keys.declare(key, key.text());
  }

  private static void edition(ProductDraft product, ProductClause.Edition clause) {
    OptionalInt number =
        clause
            .number()
            .map(said -> product.quantities.whole(said, "number", 0, Integer.MAX_VALUE))
            .filter(read -> read.isPresent())
            .map(read -> OptionalInt.of((int) read.getAsLong()))
            .orElse(OptionalInt.empty());
    String name = clause.name().text();
    Product.Edition edition =
        new Product.Edition(
            name,
            clause.title().map(Text::value).orElse(name),
            clause.also().stream().map(Name::text).toList(),
            number,
            product.sources().place(clause.name().span()));
    product.editions.declare(clause.name(), edition);
    clause.also().forEach(also -> product.editions.declare(also, edition));
  }
}
