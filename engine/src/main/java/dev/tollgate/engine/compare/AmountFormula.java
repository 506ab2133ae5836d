package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An amount as a formula of seats and facts, in whole units and not in steps. Throws {@link
 * Inexact} for what is none.
 *
 * @param edition whose number is meant; the empty word in a product that has no editions
 * @param unit what the amount is counted in: quotients are rounded to its last decimal
 * @param room what the cap leaves; empty where nothing may ask for it
 */
record AmountFormula(Product product, String edition, Unit unit, Optional<Formula> room)
    implements Amount.Visitor<Formula> {

  /** A percentage is kept in 10<sup>-6</sup> of a percent: 80 % is 80,000,000 steps and is 0.8. */
  private static final int PERCENT_SCALE = ValueType.PERCENT_DECIMALS + 2;

  /** For amounts that do not ask what a cap leaves. */
  AmountFormula(Product product, String edition, Unit unit) {
    this(product, edition, unit, Optional.empty());
  }

  Formula of(Amount amount) {
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
    ValueType type = product.fact(factValue.fact()).orElseThrow().type();
    int decimals = type instanceof ValueType.Percent ? PERCENT_SCALE : type.decimals();
    return Formula.of(Attribute.fact(factValue.fact(), true), step(decimals));
  }

  private static Rational step(int decimals) {
    return Rational.of(BigDecimal.ONE.movePointLeft(decimals));
  }

  @Override
  public Formula visitEditionNumber(Amount.EditionNumber editionNumber) {
    int number =
        product
            .edition(edition)
            .flatMap(found -> found.number().stream().boxed().findFirst())
            .orElseThrow(() -> new Inexact(edition + " has no number", editionNumber.place()));
    return Formula.constant(Rational.of(number));
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
