package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The least or the most that an amount can come to over all accounts, as far as its constants tell;
 * empty for no bound. What varies from account to account counts from 0 without end.
 */
public final class AmountBounds implements Amount.Visitor<Optional<BigDecimal>> {

  static final AmountBounds LEAST = new AmountBounds(true, Box.EVERYTHING);
  static final AmountBounds MOST = new AmountBounds(false, Box.EVERYTHING);

  private final boolean least;
  private final Box accounts;

  private AmountBounds(boolean least, Box accounts) {
    this.least = least;
    this.accounts = accounts;
  }

  /** The most that an amount can come to in whole steps of a unit; empty for no bound. */
  public static Optional<BigDecimal> mostSteps(Amount amount, Unit unit) {
    return amount
        .accept(MOST)
        .map(most -> most.movePointRight(unit.decimals()).setScale(0, RoundingMode.DOWN));
  }

  boolean isLeast() {
    return least;
  }

  /** The same over some accounts only. */
  AmountBounds within(Box some) {
    return new AmountBounds(least, some);
  }

  /** Facts and room vary between nothing and everything. */
  private Optional<BigDecimal> varies() {
    return least ? Optional.of(BigDecimal.ZERO) : Optional.empty();
  }

  @Override
  public Optional<BigDecimal> visitConstant(Amount.Constant constant) {
    return Optional.of(constant.value());
  }

  @Override
  public Optional<BigDecimal> visitPerSeat(Amount.PerSeat perSeat) {
    List<ValueSet.Interval> seats =
        ((ValueSet.Numbers) accounts.side(Attribute.seat(perSeat.seat()))).intervals();
    if (perSeat.each().signum() == 0 || seats.isEmpty()) {
      return Optional.of(BigDecimal.ZERO);
    }
    long bound = least ? seats.get(0).least() : seats.get(seats.size() - 1).most();
    return bound == Long.MAX_VALUE
        ? Optional.empty()
        : Optional.of(perSeat.each().multiply(counted(perSeat, bound)));
  }

  private static BigDecimal counted(Amount.PerSeat perSeat, long seats) {
    return BigDecimal.valueOf(Math.max(0, Math.max(0, seats) - perSeat.above()));
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
