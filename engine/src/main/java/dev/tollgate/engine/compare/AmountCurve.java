package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;

/**
 * An amount as a function of the number of one kind of seat, with no seats of the other kinds. In
 * whole units, not in steps. Empty for what else it depends on: a fact, the room under a cap.
 */
public final class AmountCurve implements Amount.Visitor<Optional<Curve>> {

  private final String seat;
  private final Unit unit;
  private final OptionalInt editionNumber;

  /**
   * For one edition and one kind of seat.
   *
   * @param unit what the amount is counted in: quotients are rounded to its last decimal
   * @param editionNumber the number that the edition declares
   */
  public AmountCurve(String seat, Unit unit, OptionalInt editionNumber) {
    this.seat = seat;
    this.unit = unit;
    this.editionNumber = editionNumber;
  }

  @Override
  public Optional<Curve> visitConstant(Amount.Constant constant) {
    return Optional.of(Curve.constant(Rational.of(constant.value())));
  }

  @Override
  public Optional<Curve> visitPerSeat(Amount.PerSeat perSeat) {
    Curve nothing = Curve.constant(Rational.ZERO);
    if (!perSeat.seat().equals(seat)) {
      return Optional.of(nothing);
    }
    Curve above =
        nothing.greaterOf(Curve.identity().minus(Curve.constant(Rational.of(perSeat.above()))));
    return Optional.of(above.times(Rational.of(perSeat.each())));
  }

  @Override
  public Optional<Curve> visitFactValue(Amount.FactValue factValue) {
    return Optional.empty();
  }

  @Override
  public Optional<Curve> visitEditionNumber(Amount.EditionNumber number) {
    return editionNumber.isEmpty()
        ? Optional.empty()
        : Optional.of(Curve.constant(Rational.of(editionNumber.getAsInt())));
  }

  @Override
  public Optional<Curve> visitRoomUnderCap(Amount.RoomUnderCap roomUnderCap) {
    return Optional.empty();
  }

  @Override
  public Optional<Curve> visitNoLimit(Amount.NoLimit noLimit) {
    return Optional.of(Curve.unlimited());
  }

  @Override
  public Optional<Curve> visitSum(Amount.Sum sum) {
    return all(sum.parts(), Curve::plus);
  }

  @Override
  public Optional<Curve> visitTimes(Amount.Times times) {
    Optional<Curve> left = times.left().accept(this);
    Optional<Curve> right = times.right().accept(this);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Optional<Curve> product = left.get().constantValue().map(right.get()::times);
    return product.isPresent() ? product : right.get().constantValue().map(left.get()::times);
  }

  @Override
  public Optional<Curve> visitDividedBy(Amount.DividedBy dividedBy) {
    Rational steps = Rational.of(BigDecimal.ONE.movePointRight(unit.decimals()));
    return dividedBy
        .amount()
        .accept(this)
        .map(curve -> curve.times(steps))
        .map(curve -> curve.dividedBy(Rational.of(dividedBy.by()), dividedBy.rounding()))
        .map(curve -> curve.times(Rational.of(1).dividedBy(steps)));
  }

  @Override
  public Optional<Curve> visitGreaterOf(Amount.GreaterOf greaterOf) {
    return all(greaterOf.choices(), Curve::greaterOf);
  }

  @Override
  public Optional<Curve> visitLesserOf(Amount.LesserOf lesserOf) {
    return all(lesserOf.choices(), Curve::lesserOf);
  }

  private Optional<Curve> all(List<Amount> amounts, BinaryOperator<Curve> join) {
    List<Curve> curves = amounts.stream().flatMap(amount -> amount.accept(this).stream()).toList();
    return curves.size() < amounts.size() ? Optional.empty() : curves.stream().reduce(join);
  }
}
