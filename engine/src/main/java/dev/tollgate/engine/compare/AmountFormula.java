package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An amount as a formula of seats and facts, in whole units and not in steps. Throws {@link
 * Inexact} for what is none.
 *
 * @param unit what the amount is counted in: quotients are rounded to its last decimal
 * @param editionNumber the number that the edition declares
 * @param facts the type of a fact; empty where nothing may ask for it
 * @param room what the cap leaves; empty where nothing may ask for it
 */
public record AmountFormula(
    Unit unit,
    Supplier<OptionalInt> editionNumber,
    Function<String, Optional<ValueType>> facts,
    Optional<Formula> room)
    implements Amount.Visitor<Formula> {

  /** A percentage is kept in 10<sup>-6</sup> of a percent: 80 % is 80,000,000 steps and is 0.8. */
  private static final int PERCENT_SCALE = ValueType.PERCENT_DECIMALS + 2;

  /**
   * For amounts that do not ask what a cap leaves.
   *
   * @param edition whose number is meant; the empty word in a product that has no editions
   */
  AmountFormula(Product product, String edition, Unit unit) {
    this(product, edition, unit, Optional.empty());
  }

  /** For all amounts. */
  AmountFormula(Product product, String edition, Unit unit, Optional<Formula> room) {
    this(
        unit,
        () -> product.edition(edition).map(Product.Edition::number).orElse(OptionalInt.empty()),
        fact -> product.fact(fact).map(Product.Fact::type),
        room);
  }

  /** For amounts that hang on seats alone. */
  public static AmountFormula ofSeats(Unit unit, OptionalInt editionNumber) {
    return new AmountFormula(unit, () -> editionNumber, fact -> Optional.empty(), Optional.empty());
  }

  /**
   * The formula.
   *
   * @throws Inexact if there is none
   */
  public Formula of(Amount amount) {
    return amount.accept(this);
  }

  @Override
  public Formula visitConstant(Amount.Constant constant) {
    return Formula.constant(Rational.of(constant.value()));
  }

  @Override
  public Formula visitPerSeat(Amount.PerSeat perSeat) {
    Attribute seats = Attribute.seat(perSeat.seat());
    return Formula.above(seats, perSeat.above(), Rational.of(perSeat.each()));
  }

  @Override
  public Formula visitFactValue(Amount.FactValue factValue) {
    ValueType type =
        facts
            .apply(factValue.fact())
            .orElseThrow(() -> new Inexact("it hangs on a fact", factValue.place()));
    int decimals = type instanceof ValueType.Percent ? PERCENT_SCALE : type.decimals();
    return Formula.of(Attribute.fact(factValue.fact(), true), step(decimals));
  }

  private static Rational step(int decimals) {
    return Rational.of(BigDecimal.ONE.movePointLeft(decimals));
  }

  @Override
  public Formula visitEditionNumber(Amount.EditionNumber number) {
    OptionalInt declared = editionNumber.get();
    if (declared.isEmpty()) {
      throw new Inexact("the edition has no number", number.place());
    }
    return Formula.constant(Rational.of(declared.getAsInt()));
  }

  @Override
  public Formula visitRoomUnderCap(Amount.RoomUnderCap roomUnderCap) {
    return room.orElseThrow(
        () -> new Inexact("the room under a cap is no allotment", roomUnderCap.place()));
  }

  @Override
  public Formula visitNoLimit(Amount.NoLimit noLimit) {
    return Formula.NO_LIMIT;
  }

  @Override
  public Formula visitSum(Amount.Sum sum) {
    return Formula.sum(all(sum.parts()));
  }

  @Override
  public Formula visitTimes(Amount.Times times) {
    return Formula.product(of(times.left()), of(times.right()), times.place());
  }

  @Override
  public Formula visitDividedBy(Amount.DividedBy dividedBy) {
    Rational steps = Rational.of(BigDecimal.ONE.movePointRight(unit.decimals()));
    return of(dividedBy.amount())
        .times(steps)
        .dividedBy(Rational.of(dividedBy.by()), dividedBy.rounding())
        .times(step(unit.decimals()));
  }

  @Override
  public Formula visitGreaterOf(Amount.GreaterOf greaterOf) {
    return Formula.greatestOf(all(greaterOf.choices()));
  }

  @Override
  public Formula visitLesserOf(Amount.LesserOf lesserOf) {
    return Formula.leastOf(all(lesserOf.choices()));
  }

  private List<Formula> all(List<Amount> amounts) {
    return amounts.stream().map(this::of).toList();
  }
}
