package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.util.List;

/** How many decimals the value of an amount can have. */
record AmountDecimals(Unit unit, ProductDraft product) implements Amount.Visitor<Integer> {

  /** A percentage counts as hundredths. */
  private static final int HUNDREDTHS = 2;

  @Override
  public Integer visitConstant(Amount.Constant constant) {
    return of(constant.value());
  }

  private static int of(BigDecimal value) {
    return Math.max(0, value.stripTrailingZeros().scale());
  }

  @Override
  public Integer visitPerSeat(Amount.PerSeat perSeat) {
    return of(perSeat.each());
  }

  @Override
  public Integer visitFactValue(Amount.FactValue factValue) {
    return product
        .facts
        .look(factValue.fact())
        .flatMap(Names.Entry::value)
        .map(Product.Fact::type)
        .map(type -> type.decimals() + (type instanceof ValueType.Percent ? HUNDREDTHS : 0))
        .orElse(0);
  }

  @Override
  public Integer visitEditionNumber(Amount.EditionNumber editionNumber) {
    return 0;
  }

  @Override
  public Integer visitRoomUnderCap(Amount.RoomUnderCap roomUnderCap) {
    return unit.decimals();
  }

  @Override
  public Integer visitNoLimit(Amount.NoLimit noLimit) {
    return 0;
  }

  @Override
  public Integer visitSum(Amount.Sum sum) {
    return most(sum.parts());
  }

  @Override
  public Integer visitTimes(Amount.Times times) {
    return times.left().accept(this) + times.right().accept(this);
  }

  @Override
  public Integer visitDividedBy(Amount.DividedBy dividedBy) {
    return unit.decimals();
  }

  @Override
  public Integer visitGreaterOf(Amount.GreaterOf greaterOf) {
    return most(greaterOf.choices());
  }

  @Override
  public Integer visitLesserOf(Amount.LesserOf lesserOf) {
    return most(lesserOf.choices());
  }

  private int most(List<Amount> parts) {
    return parts.stream().mapToInt(part -> part.accept(this)).max().orElse(0);
  }
}
