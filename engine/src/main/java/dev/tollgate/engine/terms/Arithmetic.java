package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Works out amounts for one account, exactly. Only a division rounds, as it says, at the last
 * decimal of the unit.
 *
 * <p>Worked example: {@code 5_000 + 250 per user} with 3 users is 5,750, in words {@code 5_000 +
 * 250 × 3 users}. A fact that nobody knows is noted among the needs and counts as 0.
 */
final class Arithmetic implements Amount.Visitor<Worked> {

  /** A percentage is kept in 10<sup>-6</sup> of a percent: 80 % is 80,000,000 steps and is 0.8. */
  private static final int PERCENT_SCALE = ValueType.PERCENT_DECIMALS + 2;

  private final Product product;
  private final Profile profile;
  private final Unit unit;
  private final Needs needs;
  private final Supplier<Exact> roomUnderCap;

  /**
   * For amounts that do not ask for room under the cap.
   *
   * @param unit what results are counted in
   */
  Arithmetic(Product product, Profile profile, Unit unit, Needs needs) {
    this(
        product,
        profile,
        unit,
        needs,
        () -> {
          throw new IllegalStateException("room under cap is asked for within an allotment");
        });
  }

  /**
   * For the most that may be held of an add-on.
   *
   * @param roomUnderCap in the unit; asked for only where the amount does
   */
  Arithmetic(
      Product product, Profile profile, Unit unit, Needs needs, Supplier<Exact> roomUnderCap) {
    this.product = product;
    this.profile = profile;
    this.unit = unit;
    this.needs = needs;
    this.roomUnderCap = roomUnderCap;
  }

  Worked work(Amount amount) {
    return amount.accept(this);
  }

  /**
   * An amount in whole steps of the unit.
   *
   * @throws ArithmeticException if it has more decimals than the unit, or does not fit; the message
   *     names the place and the amount
   */
  long steps(Worked worked, Place place) {
    if (worked.value().endless()) {
      return Unit.UNLIMITED;
    }
    BigDecimal steps = worked.value().value().movePointRight(unit.decimals()).stripTrailingZeros();
    if (steps.scale() > 0) {
      throw fault(place, worked, "is not a whole number of the steps of its unit");
    }
    BigInteger whole = steps.toBigIntegerExact();
    if (whole.bitLength() >= Long.SIZE || whole.longValue() == Unit.UNLIMITED) {
      throw fault(place, worked, "is more than can be counted");
    }
    return whole.longValue();
  }

  /**
   * A sum in steps; with no limit on either side there is none.
   *
   * @throws ArithmeticException if it does not fit; the message names the place and both amounts
   */
  long plus(long sum, long more, Place place) {
    if (sum == Unit.UNLIMITED || more == Unit.UNLIMITED) {
      return Unit.UNLIMITED;
    }
    BigDecimal total = unit.amount(sum).add(unit.amount(more));
    return steps(new Worked(Exact.of(total), "", Worked.Form.SUM), place);
  }

  private ArithmeticException fault(Place place, Worked worked, String what) {
    return new ArithmeticException(
        place + ": " + Wording.of(worked.value()) + " " + unit.plural() + " " + what);
  }

  /** The terms of a sum as lines of their own; one line for anything else. */
  List<ReceiptLine> parts(Amount amount) {
    if (!(amount instanceof Amount.Sum sum)) {
      return List.of(part(amount));
    }
    List<ReceiptLine> parts = new ArrayList<>();
    sum.parts().forEach(term -> parts.addAll(parts(term)));
    return parts;
  }

  private ReceiptLine part(Amount amount) {
    Worked worked = work(amount);
    ReceiptLine.Kind kind = ReceiptLine.Kind.FORMULA;
    if (amount instanceof Amount.Constant) {
      kind = ReceiptLine.Kind.BASE;
    } else if (amount instanceof Amount.PerSeat) {
      kind = ReceiptLine.Kind.SEATS;
    }
    return ReceiptLine.of(kind, worked.text(), wholeSteps(worked, amount.place()), amount.place());
  }

  /** A term of a sum may have a part of a step; what it has is cut off, the sum is exact. */
  private long wholeSteps(Worked worked, Place place) {
    if (worked.value().endless()) {
      return Unit.UNLIMITED;
    }
    BigDecimal cut = worked.value().value().setScale(unit.decimals(), RoundingMode.DOWN);
    return steps(new Worked(Exact.of(cut), worked.text(), Worked.Form.TERM), place);
  }

  @Override
  public Worked visitConstant(Amount.Constant constant) {
    return new Worked(Exact.of(constant.value()), Wording.of(constant.value()), Worked.Form.TERM);
  }

  @Override
  public Worked visitPerSeat(Amount.PerSeat perSeat) {
    long seats = profile.seats().getOrDefault(perSeat.seat(), 0L);
    BigDecimal counted = BigDecimal.valueOf(Math.max(0, seats - perSeat.above()));
    Product.Seat seat = product.seat(perSeat.seat()).orElseThrow();
    String above = perSeat.above() == 0 ? "" : " above " + Wording.of(perSeat.above());
    return new Worked(
        Exact.of(perSeat.each().multiply(counted)),
        Wording.of(perSeat.each()) + " × " + Wording.of(counted.longValueExact(), seat) + above,
        Worked.Form.TERM);
  }

  @Override
  public Worked visitFactValue(Amount.FactValue factValue) {
    Product.Fact fact = product.fact(factValue.fact()).orElseThrow();
    long steps =
        needs
            .value(Attribute.fact(fact.name(), true))
            .map(value -> ((Value.Number) value).steps())
            .orElse(0L);
    boolean percent = fact.type() instanceof ValueType.Percent;
    BigDecimal value = BigDecimal.valueOf(steps, percent ? PERCENT_SCALE : fact.type().decimals());
    String shown = percent ? Wording.of(Value.number(steps), fact.type()) : Wording.of(value);
    return new Worked(Exact.of(value), shown + " " + fact.name(), Worked.Form.TERM);
  }

  @Override
  public Worked visitEditionNumber(Amount.EditionNumber editionNumber) {
    int number =
        product
            .edition(profile.edition())
            .orElseThrow()
            .number()
            .orElseThrow(
                () ->
                    new ArithmeticException(
                        editionNumber.place() + ": " + profile.edition() + " has no number"));
    return new Worked(
        Exact.of(BigDecimal.valueOf(number)),
        Wording.of(number) + " edition number",
        Worked.Form.TERM);
  }

  @Override
  public Worked visitRoomUnderCap(Amount.RoomUnderCap room) {
    Exact left = roomUnderCap.get();
    return new Worked(left, "room under cap " + Wording.of(left), Worked.Form.TERM);
  }

  @Override
  public Worked visitNoLimit(Amount.NoLimit noLimit) {
    return new Worked(Exact.ENDLESS, "no limit", Worked.Form.TERM);
  }

  @Override
  public Worked visitSum(Amount.Sum sum) {
    List<Worked> parts = sum.parts().stream().map(this::work).toList();
    if (parts.size() == 1) {
      return parts.get(0);
    }
    Exact total = parts.stream().map(Worked::value).reduce(Exact.ZERO, Exact::plus);
    String text = parts.stream().map(Worked::summand).collect(Collectors.joining(" + "));
    return new Worked(total, text, Worked.Form.SUM);
  }

  @Override
  public Worked visitTimes(Amount.Times times) {
    Worked left = work(times.left());
    Worked right = work(times.right());
    return new Worked(
        left.value().times(right.value()),
        left.operand() + " × " + right.operand(),
        Worked.Form.TERM);
  }

  @Override
  public Worked visitDividedBy(Amount.DividedBy dividedBy) {
    Worked amount = work(dividedBy.amount());
    String rounding = Wording.of(dividedBy.rounding());
    String text = amount.operand() + " ÷ " + Wording.of(dividedBy.by()) + ", " + rounding;
    return new Worked(quotient(amount.value(), dividedBy), text, Worked.Form.PHRASE);
  }

  private Exact quotient(Exact amount, Amount.DividedBy dividedBy) {
    if (amount.endless()) {
      return amount;
    }
    BigDecimal dividend = amount.value().movePointRight(unit.decimals());
    int scale = Math.max(0, Math.max(dividend.scale(), dividedBy.by().scale()));
    BigInteger steps =
        dividedBy
            .rounding()
            .divide(
                dividend.movePointRight(scale).toBigIntegerExact(),
                dividedBy.by().movePointRight(scale).toBigIntegerExact());
    return Exact.of(new BigDecimal(steps, unit.decimals()));
  }

  @Override
  public Worked visitGreaterOf(Amount.GreaterOf greaterOf) {
    List<Worked> choices = greaterOf.choices().stream().map(this::work).toList();
    Exact greatest =
        choices.stream().map(Worked::value).max(Comparator.naturalOrder()).orElseThrow();
    return new Worked(greatest, "greater of " + listed(choices), Worked.Form.PHRASE);
  }

  @Override
  public Worked visitLesserOf(Amount.LesserOf lesserOf) {
    List<Worked> choices = lesserOf.choices().stream().map(this::work).toList();
    Exact least = choices.stream().map(Worked::value).min(Comparator.naturalOrder()).orElseThrow();
    return new Worked(least, "lesser of " + listed(choices), Worked.Form.PHRASE);
  }

  private static String listed(List<Worked> choices) {
    return choices.stream().map(Worked::operand).collect(Collectors.joining(" and "));
  }
}
