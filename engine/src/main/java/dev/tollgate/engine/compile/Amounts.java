package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Amount.AtLeast;
import dev.tollgate.grammar.tree.Amount.Capacity;
import dev.tollgate.grammar.tree.Amount.Divided;
import dev.tollgate.grammar.tree.Amount.EditionNumber;
import dev.tollgate.grammar.tree.Amount.FactValue;
import dev.tollgate.grammar.tree.Amount.Fixed;
import dev.tollgate.grammar.tree.Amount.GreaterOf;
import dev.tollgate.grammar.tree.Amount.LesserOf;
import dev.tollgate.grammar.tree.Amount.NoLimit;
import dev.tollgate.grammar.tree.Amount.PerSeat;
import dev.tollgate.grammar.tree.Amount.RoomUnderCap;
import dev.tollgate.grammar.tree.Amount.SameAs;
import dev.tollgate.grammar.tree.Amount.Sum;
import dev.tollgate.grammar.tree.Amount.Times;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads amounts of one unit. Each part is read either as an amount of the unit or as a plain number
 * that an amount is multiplied with; of the two sides of a `×` one is the amount.
 */
final class Amounts implements dev.tollgate.grammar.tree.Amount.Visitor<Optional<Amount>> {

  private final ProductDraft product;
  private final Unit unit;
  private final Collection<Product.Edition> editions;
  private final boolean underCap;

  /** The quota whose counter all accounts share, so that no amount of it can ask one of them. */
  private final Optional<QuotaDraft> shared;

  /** What the visitor reads: an amount of the unit, or else a plain number. */
  private boolean ofUnit = true;

  /** Whether what is read is added to, multiplied or divided, so that it has to be a number. */
  private boolean calculated;

  private Amounts(
      ProductDraft product,
      Unit unit,
      Collection<Product.Edition> editions,
      boolean underCap,
      Optional<QuotaDraft> shared) {
    this.product = product;
    this.unit = unit;
    this.editions = List.copyOf(editions);
    this.underCap = underCap;
    this.shared = shared;
  }

  /**
   * Amounts of what a quota counts, as they stand in one line; empty when its unit is wrong.
   *
   * @param editions whose numbers `edition number` may mean
   */
  static Optional<Amounts> of(QuotaDraft quota, Collection<Product.Edition> editions) {
    Optional<QuotaDraft> shared = Optional.of(quota).filter(QuotaDraft::isShared);
    return quota.unit().map(unit -> new Amounts(quota.product, unit, editions, false, shared));
  }

  /**
   * Amounts of an add-on that an account may hold.
   *
   * @param underCap whether `room under cap` may be said
   */
  static Amounts held(AddOnDraft addOn, Collection<Product.Edition> editions, boolean underCap) {
    return new Amounts(addOn.product, addOn.unit, editions, underCap, Optional.empty());
  }

  /** The amount, which always comes to whole steps of the unit; empty when it is wrong. */
  Optional<Amount> read(dev.tollgate.grammar.tree.Amount tree) {
    return tree.accept(this).filter(amount -> comesToWholeSteps(amount, tree.span()));
  }

  private boolean comesToWholeSteps(Amount amount, Span span) {
    if (amount.accept(new AmountDecimals(unit, product)) > unit.decimals()) {
      String part = unit.singular().isEmpty() ? "one" : "a `" + unit.singular() + "`";
      product
          .findings()
          .add(
              DiagnosticCode.PART_OF_A_UNIT,
              span,
              "`%s` can come to a part of %s: end it with `÷ N, rounded up` or `down`"
                  .formatted(words(span), part));
      return false;
    }
    BigDecimal least = amount.accept(AmountBounds.LEAST).orElse(BigDecimal.ZERO);
    if (least.movePointRight(unit.decimals()).compareTo(new BigDecimal(Long.MAX_VALUE)) >= 0) {
      product
          .findings()
          .add(
              DiagnosticCode.NUMBER_TOO_LARGE,
              span,
              "`%s` is more than can be counted".formatted(words(span)));
      return false;
    }
    return true;
  }

  @Override
  public Optional<Amount> fixed(Fixed fixed) {
    Quantity quantity = fixed.quantity();
    if (!ofUnit && quantity.unit().isEmpty()) {
      return Optional.of(new Amount.Constant(quantity.number().value(), place(fixed.span())));
    } else if (!ofUnit) {
      return twoAmounts(fixed.span());
    }
    return product
        .quantities
        .amount(quantity, unit)
        .map(value -> new Amount.Constant(value, place(fixed.span())));
  }

  @Override
  public Optional<Amount> perSeat(PerSeat perSeat) {
    if (!ofUnit) {
      return twoAmounts(perSeat.span());
    }
    Optional<BigDecimal> each = product.quantities.amount(perSeat.each(), unit);
    Optional<Product.Seat> seat = product.seats.find(perSeat.seat());
    OptionalLong above =
        perSeat
            .above()
            .map(seats -> product.quantities.whole(seats, "number of seats", 0, Long.MAX_VALUE))
            .orElse(OptionalLong.of(0));
    if (each.isEmpty() || seat.isEmpty() || above.isEmpty() || asksAnAccount(perSeat.span())) {
      return Optional.empty();
    }
    return Optional.of(
        new Amount.PerSeat(
            each.get(), seat.get().name(), above.getAsLong(), place(perSeat.span())));
  }

  @Override
  public Optional<Amount> factValue(FactValue factValue) {
    Optional<Product.Fact> fact = product.facts.find(factValue.fact());
    return fact.filter(found -> fits(found, factValue.span()) && !asksAnAccount(factValue.span()))
        .map(found -> new Amount.FactValue(found.name(), place(factValue.span())));
  }

  private boolean fits(Product.Fact fact, Span span) {
    ValueType type = fact.type();
    boolean number = type instanceof ValueType.Count || type instanceof ValueType.Percent;
    boolean plain = number && (!ofUnit || unit.equals(Units.PIECES));
    boolean amount =
        ofUnit && type instanceof ValueType.Quantity quantity && quantity.unit().equals(unit);
    if (plain || amount) {
      return true;
    }
    String wanted = ofUnit ? "an amount of " + unit.name() : "a plain number";
    product
        .findings()
        .add(
            number || type instanceof ValueType.Quantity
                ? DiagnosticCode.UNITS_DIFFER
                : DiagnosticCode.TYPES_DIFFER,
            span,
            "`%s` is %s, and %s is needed here"
                .formatted(fact.name(), Types.describe(type), wanted));
    return false;
  }

  @Override
  public Optional<Amount> editionNumber(EditionNumber editionNumber) {
    if (asksAnAccount(editionNumber.span())) {
      return Optional.empty();
    } else if (ofUnit && !unit.equals(Units.PIECES)) {
      product
          .findings()
          .add(
              DiagnosticCode.UNITS_DIFFER,
              editionNumber.span(),
              "`edition number` is a plain number, and an amount of %s is needed here"
                  .formatted(unit.name()));
      return Optional.empty();
    }
    for (Product.Edition edition : editions) {
      if (edition.number().isEmpty()) {
        product
            .findings()
            .add(
                DiagnosticCode.EDITION_WITHOUT_NUMBER,
                editionNumber.span(),
                "edition `%s` has no number".formatted(edition.name()));
        return Optional.empty();
      }
    }
    return Optional.of(new Amount.EditionNumber(place(editionNumber.span())));
  }

  @Override
  public Optional<Amount> sum(Sum sum) {
    return calculated(() -> all(sum.terms()))
        .map(terms -> new Amount.Sum(terms, place(sum.span())));
  }

  @Override
  public Optional<Amount> times(Times times) {
    AmountSort left = times.left().accept(new AmountSort.Of(product));
    AmountSort right = times.right().accept(new AmountSort.Of(product));
    boolean leftIsAmount =
        left == AmountSort.AMOUNT || (left == AmountSort.EITHER && right != AmountSort.AMOUNT);
    Optional<List<Amount>> sides =
        calculated(
            () -> {
              Optional<Amount> first = part(times.left(), ofUnit && leftIsAmount);
              Optional<Amount> second = part(times.right(), ofUnit && !leftIsAmount);
              return first.flatMap(a -> second.map(b -> List.of(a, b)));
            });
    return sides.map(both -> new Amount.Times(both.get(0), both.get(1), place(times.span())));
  }

  @Override
  public Optional<Amount> divided(Divided divided) {
    if (!ofUnit && unit.decimals() > 0) {
      return misplaced(divided.span(), "only an amount can be divided where units have decimals");
    }
    Optional<Amount> amount =
        calculated(() -> part(divided.amount(), ofUnit).map(List::of)).map(read -> read.get(0));
    Numeral by = divided.by();
    if (by.value().signum() <= 0) {
      product
          .findings()
          .add(
              DiagnosticCode.NUMBER_OUT_OF_RANGE,
              by.span(),
              "nothing can be divided by `%s`".formatted(by.written()));
      return Optional.empty();
    }
    Rounding rounding =
        switch (divided.rounding()) {
          case UP -> Rounding.UP;
          case DOWN -> Rounding.DOWN;
          case NEAREST, PRO_RATA -> Rounding.NEAREST;
        };
    return amount.map(
        read -> new Amount.DividedBy(read, by.value(), rounding, place(divided.span())));
  }

  @Override
  public Optional<Amount> greaterOf(GreaterOf greaterOf) {
    return all(greaterOf.amounts())
        .map(choices -> new Amount.GreaterOf(choices, place(greaterOf.span())));
  }

  @Override
  public Optional<Amount> lesserOf(LesserOf lesserOf) {
    return all(lesserOf.amounts())
        .map(choices -> new Amount.LesserOf(choices, place(lesserOf.span())));
  }

  @Override
  public Optional<Amount> atLeast(AtLeast atLeast) {
    Optional<Amount> amount = part(atLeast.amount(), ofUnit);
    Optional<Amount> least = fixed(new Fixed(atLeast.least(), atLeast.least().span()));
    return amount.flatMap(
        read ->
            least.map(bound -> new Amount.GreaterOf(List.of(read, bound), place(atLeast.span()))));
  }

  @Override
  public Optional<Amount> roomUnderCap(RoomUnderCap roomUnderCap) {
    return underCap
        ? Optional.of(new Amount.RoomUnderCap(place(roomUnderCap.span())))
        : misplaced(
            roomUnderCap.span(),
            "`room under cap` bounds an add-on that adds to one quota, and nothing else");
  }

  @Override
  public Optional<Amount> noLimit(NoLimit noLimit) {
    return calculated
        ? misplaced(noLimit.span(), "nothing can be calculated with `no limit`")
        : Optional.of(new Amount.NoLimit(place(noLimit.span())));
  }

  @Override
  public Optional<Amount> capacity(Capacity capacity) {
    return misplaced(capacity.span(), "a capacity is the whole of an allot line for a bucket");
  }

  @Override
  public Optional<Amount> sameAs(SameAs sameAs) {
    return misplaced(sameAs.span(), "`same as` is the whole amount of an allot line");
  }

  private boolean asksAnAccount(Span span) {
    shared.ifPresent(
        quota ->
            product
                .findings()
                .add(
                    quota.sharedByAccounts(
                        span, "`%s` has no account to ask".formatted(words(span)))));
    return shared.isPresent();
  }

  private Optional<Amount> misplaced(Span span, String rule) {
    product.findings().add(DiagnosticCode.AMOUNT_MISPLACED, span, rule);
    return Optional.empty();
  }

  private Optional<Amount> twoAmounts(Span span) {
    product
        .findings()
        .add(
            DiagnosticCode.UNITS_DIFFER,
            span,
            "`%s` is an amount, and a plain number is needed here".formatted(words(span)));
    return Optional.empty();
  }

  /** All parts, each of the same sort; empty when one is wrong. Every part is read. */
  private Optional<List<Amount>> all(List<dev.tollgate.grammar.tree.Amount> trees) {
    List<Amount> read = new ArrayList<>();
    trees.forEach(tree -> part(tree, ofUnit).ifPresent(read::add));
    return read.size() == trees.size() ? Optional.of(read) : Optional.empty();
  }

  private Optional<Amount> part(dev.tollgate.grammar.tree.Amount tree, boolean asAmount) {
    boolean before = ofUnit;
    ofUnit = asAmount;
    Optional<Amount> read = tree.accept(this);
    ofUnit = before;
    return read;
  }

  private Optional<List<Amount>> calculated(
      java.util.function.Supplier<Optional<List<Amount>>> reading) {
    boolean before = calculated;
    calculated = true;
    Optional<List<Amount>> read = reading.get();
    calculated = before;
    return read;
  }

  private Place place(Span span) {
    return product.sources().place(span);
  }

  private String words(Span span) {
    return product.sources().words(span);
  }
}
