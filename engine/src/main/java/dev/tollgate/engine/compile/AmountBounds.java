package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The least or the most that an amount can come to over all accounts, as far as its constants tell;
 * empty for no bound. What accounts vary counts from 0 without end.
 */
final class AmountBounds implements Amount.Visitor<Optional<BigDecimal>> {

  static final AmountBounds LEAST = new AmountBounds(true);
  static final AmountBounds MOST = new AmountBounds(false);

  private final boolean least;

  private AmountBounds(boolean least) {
    this.least = least;
  }

  /** Seats, facts and room vary between nothing and everything. */
  private Optional<BigDecimal> varies() {
    return least ? Optional.of(BigDecimal.ZERO) : Optional.empty();
  }

  @Override
  public Optional<BigDecimal> visitConstant(Amount.Constant constant) {
    return Optional.of(constant.value());
  }

  @Override
  public Optional<BigDecimal> visitPerSeat(Amount.PerSeat perSeat) {
    return perSeat.each().signum() == 0 ? Optional.of(BigDecimal.ZERO) : varies();
  }

  @Override
  public Optional<BigDecimal> visitFactValue(Amount.FactValue factValue) {
    return varies();
  }

  @Override
  public Optional<BigDecimal> visitEditionNumber(Amount.EditionNumber editionNumber) {
    return varies();
  }

  @Override
  public Optional<BigDecimal> visitRoomUnderCap(Amount.RoomUnderCap roomUnderCap) {
    return varies();
  }

  @Override
  public Optional<BigDecimal> visitNoLimit(Amount.NoLimit noLimit) {
    return Optional.empty();
  }

  @Override
  public Optional<BigDecimal> visitSum(Amount.Sum sum) {
    List<BigDecimal> bounds = bounds(sum.parts());
    return bounds.size() < sum.parts().size()
        ? Optional.empty()
        : Optional.of(bounds.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @Override
  public Optional<BigDecimal> visitTimes(Amount.Times times) {
    Optional<BigDecimal> left = times.left().accept(this);
    Optional<BigDecimal> right = times.right().accept(this);
    return left.flatMap(a -> right.map(a::multiply));
  }

  @Override
  public Optional<BigDecimal> visitDividedBy(Amount.DividedBy dividedBy) {
    RoundingMode outwards = least ? RoundingMode.DOWN : RoundingMode.UP;
    return dividedBy.amount().accept(this).map(bound -> bound.divide(dividedBy.by(), 0, outwards));
  }

  @Override
  public Optional<BigDecimal> visitGreaterOf(Amount.GreaterOf greaterOf) {
    List<BigDecimal> bounds = bounds(greaterOf.choices());
    boolean unbounded = bounds.size() < greaterOf.choices().size();
    return unbounded ? Optional.empty() : bounds.stream().reduce(BigDecimal::max);
  }

  @Override
  public Optional<BigDecimal> visitLesserOf(Amount.LesserOf lesserOf) {
    return bounds(lesserOf.choices()).stream().reduce(BigDecimal::min);
  }

  private List<BigDecimal> bounds(List<Amount> parts) {
    return parts.stream().flatMap(part -> part.accept(this).stream()).toList();
  }
}
