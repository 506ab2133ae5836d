package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compare.BothPolicies.Amount;
import dev.tollgate.engine.compare.BothPolicies.Asked;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Every claim that one change makes about amounts, against what both policies come to. */
final class ClaimsOfDifference {

  /**
   * How much of it is looked at.
   *
   * @param shifts how many of its shifts
   * @param far up to which number, of each thing that is a number, every number is
   * @param tries how many other accounts or calls are for each claim
   */
  record Effort(int shifts, ToLongFunction<Attribute> far, int tries) {}

  private final BothPolicies both;
  private final Change.Amounts change;
  private final Effort effort;
  private final Random random;

  ClaimsOfDifference(BothPolicies both, Change.Amounts change, Effort effort, Random random) {
    this.both = both;
    this.change = change;
    this.effort = effort;
    this.random = random;
  }

  void hold() {
    assertThat(change.shifts()).as(change.toString()).isNotEmpty();
    boolean less = change.shifts().stream().anyMatch(shift -> shift.fall().isPresent());
    boolean more = change.shifts().stream().anyMatch(shift -> shift.rise().isPresent());
    boolean better = change.measure().moreIsBetter();
    assertThat(change.verdict()).isEqualTo(Verdict.of(better ? less : more, better ? more : less));
    List<String> names = new ArrayList<>(change.names());
    List<Shift> shifts = new ArrayList<>(change.shifts());
    Collections.shuffle(shifts, random);
    for (Shift shift : shifts.subList(0, Math.min(shifts.size(), effort.shifts))) {
      if (!names.isEmpty()) {
        hold(shift, names.get(random.nextInt(names.size())));
      }
    }
  }

  private void hold(Shift shift, String name) {
    shift.fall().ifPresent(fall -> hold(shift, fall, -1, name));
    shift.rise().ifPresent(rise -> hold(shift, rise, 1, name));
    if (shift.fall().isEmpty() || shift.rise().isEmpty()) {
      nowhere(shift, shift.fall().isEmpty() ? -1 : 1, name);
    }
    shift.number().ifPresent(number -> segments(shift, number, name));
  }

  /** Of the calls inside it each comes to a number of its own. */
  private boolean isComposite(String name) {
    return both.before
        .product()
        .call(name)
        .filter(call -> call.composedOf().isPresent())
        .isPresent();
  }

  /** Somebody in the box of a shift, with certain numbers. */
  private Asked asked(Shift shift, Map<Attribute, Long> numbers, String name) {
    boolean call = change.measure() == Change.Measure.COST;
    String edition =
        both.before.product().editions().stream().findFirst().map(Product.Edition::name).orElse("");
    Map<Attribute, Value> values = new LinkedHashMap<>(shift.box().example().orElseThrow());
    if (values.get(Attribute.EDITION) != null) {
      edition = values.remove(Attribute.EDITION).toString();
    }
    boolean priced = change.measure() == Change.Measure.PRICE;
    return new Asked(
            change.account(),
            call || priced ? edition : name,
            call ? name : "",
            values,
            change.at(),
            List.of())
        .with(numbers)
        .with(call && isComposite(name) ? inside(change, numbers) : List.of());
  }

  /** One call that comes to the sum, whatever that is: as both policies have one. */
  private static List<Asked> inside(Change.Amounts change, Map<Attribute, Long> numbers) {
    long sum = numbers.getOrDefault(AnybodyAsking.SUM, 0L);
    return List.of(
        new Asked(
            Optional.empty(),
            "",
            PolicyText.ONE_BY_ONE,
            Map.of(Attribute.parameter("records", true), Value.number(sum)),
            change.at(),
            List.of()));
  }

  private Optional<Rational> before(Asked asked) {
    return known(both.before, asked);
  }

  private Optional<Rational> after(Asked asked) {
    return known(both.after, asked);
  }

  private Optional<Rational> known(BothPolicies.Side side, Asked asked) {
    Amount amount = both.amount(side, change.measure(), change.subject(), asked);
    assertThat(amount.known()).as("%s of %s in %s", change.subject(), asked, change).isTrue();
    return amount.value();
  }

  /** −1, 0 or 1; no limit is above every number. */
  private int sign(Asked asked) {
    return compare(after(asked), before(asked));
  }

  static int compare(Optional<Rational> one, Optional<Rational> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    return one.get().compareTo(other.get());
  }

  private Rational distance(Asked asked) {
    Rational by = after(asked).orElseThrow().minus(before(asked).orElseThrow());
    return by.signum() < 0 ? by.negated() : by;
  }

  private void hold(Shift shift, Shift.Extent extent, int sign, String name) {
    String where = "%d of %s for %s: %s".formatted(sign, extent, name, said(shift));
    if (!extent.isKnown()) {
      assertThat(extent.exact()).as(where).isFalse();
      return;
    }
    Asked first = asked(shift, extent.first(), name);
    assertThat(sign(first)).as(where).isEqualTo(sign);
    Asked at = asked(shift, extent.at(), name);
    assertThat(sign(at)).as(where).isEqualTo(sign);
    if (extent.most().isPresent()) {
      int reached = distance(at).compareTo(extent.most().get());
      assertThat(extent.exact() ? reached == 0 : reached <= 0).as(where).isTrue();
    }
    for (int tried = 0; tried < effort.tries; tried++) {
      Map<Attribute, Long> numbers = any(shift);
      Asked asked = asked(shift, numbers, name);
      if (sign(asked) == sign) {
        if (extent.exact()) {
          assertThat(comesBefore(numbers, extent.first())).as("%s: %s", asked, where).isFalse();
        }
        if (extent.most().isPresent()) {
          int compared = distance(asked).compareTo(extent.most().get());
          assertThat(compared).as("%s: %s", asked, where).isNotPositive();
          boolean most = compared == 0 && extent.exact();
          assertThat(most && comesBefore(numbers, extent.at()))
              .as("%s: %s", asked, where)
              .isFalse();
        }
      }
    }
  }

  private String said(Shift shift) {
    return "%s of %s in %s: %s → %s"
        .formatted(change.measure(), change.subject(), shift.box(), shift.before(), shift.after());
  }

  private void nowhere(Shift shift, int sign, String name) {
    for (int tried = 0; tried < effort.tries; tried++) {
      Asked asked = asked(shift, any(shift), name);
      assertThat(sign(asked)).as("%s: %s", asked, said(shift)).isNotEqualTo(sign);
    }
  }

  /** Whether in the order of the numbers of {@code one} the one is smaller than the other. */
  private static boolean comesBefore(Map<Attribute, Long> one, Map<Attribute, Long> other) {
    for (Map.Entry<Attribute, Long> each : other.entrySet()) {
      int compared = Long.compare(one.getOrDefault(each.getKey(), 0L), each.getValue());
      if (compared != 0) {
        return compared < 0;
      }
    }
    return false;
  }

  /** Numbers in the box of a shift; most of them as small as can be. */
  private Map<Attribute, Long> any(Shift shift) {
    Map<Attribute, Long> numbers = new LinkedHashMap<>();
    for (Attribute number : Variables.of(shift.before(), shift.after())) {
      ValueSet.Numbers side =
          (ValueSet.Numbers)
              shift
                  .box()
                  .side(number)
                  .intersect(ValueSet.between(0, effort.far.applyAsLong(number) * 100));
      ValueSet.Interval interval = side.intervals().get(random.nextInt(side.intervals().size()));
      long far = random.nextBoolean() ? 12 : effort.far.applyAsLong(number);
      long width = Math.min(interval.most() - interval.least(), far);
      numbers.put(number, interval.least() + random.nextInt((int) width + 1));
    }
    return numbers;
  }

  private void segments(Shift shift, Attribute number, String name) {
    Map<Attribute, Long> others = new LinkedHashMap<>();
    for (Attribute each : Variables.of(shift.before(), shift.after())) {
      others.put(each, least(shift, each));
    }
    ValueSet side = shift.box().side(number);
    Optional<Integer> last = Optional.empty();
    for (long n = least(shift, number); n <= effort.far.applyAsLong(number); n++) {
      if (side.contains(Value.number(n))) {
        others.put(number, n);
        Asked asked = asked(shift, others, name);
        long here = n;
        List<Segment> its =
            shift.segments().stream()
                .filter(segment -> here >= segment.from() && here <= segment.to())
                .toList();
        Supplier<String> where =
            () -> "%s %d for %s: %s in %s".formatted(number, here, name, said(shift), shift);
        int sign = sign(asked);
        assertThat(its).as(where).hasSizeLessThan(2);
        if (its.isEmpty()) {
          assertThat(sign).as(where).isZero();
        } else {
          holds(its.get(0), n, asked, where);
        }
        last.ifPresent(before -> breakEven(shift, here, before, sign, where));
        last = Optional.of(sign);
      }
    }
    for (BreakEven even : shift.breakEvens()) {
      assertThat(even.at().ceiling().longValueExact()).isBetween(even.next() - 1, even.next());
      others.put(number, even.next());
      Asked behind = asked(shift, others, name);
      others.put(number, even.next() - (even.at().equals(Rational.of(even.next() - 1)) ? 2 : 1));
      if (others.get(number) >= least(shift, number)) {
        Asked ahead = asked(shift, others, name);
        assertThat(sign(behind)).as("%s of %s", even, shift).isNotEqualTo(sign(ahead));
      }
    }
  }

  private void holds(Segment segment, long n, Asked asked, Supplier<String> where) {
    Rational was = before(asked).orElseThrow();
    Rational is = after(asked).orElseThrow();
    Rational by = is.minus(was);
    if (n == segment.from()) {
      assertThat(segment.atFrom()).as(where).isEqualTo(new Segment.Values(was, is));
      assertThat(by.signum()).as(where).isNotZero();
    }
    if (n == segment.to()) {
      assertThat(segment.atTo()).as(where).contains(new Segment.Values(was, is));
      assertThat(by.signum()).as(where).isNotZero();
    }
    segment
        .straight()
        .ifPresent(
            line -> {
              assertThat(line.at(n)).as(where).isEqualTo(by);
              assertThat(by.signum()).as(where).isNotZero();
            });
    segment.least().ifPresent(least -> assertThat(by).as(where).isGreaterThanOrEqualTo(least));
    segment.most().ifPresent(most -> assertThat(by).as(where).isLessThanOrEqualTo(most));
  }

  /** Who lost up to here and gains from here on, or the other way round, is told so. */
  private static void breakEven(Shift shift, long n, int before, int sign, Supplier<String> where) {
    if (before * sign == -1 && Math.abs(at(shift, n).sign() - at(shift, n - 1).sign()) == 2) {
      assertThat(shift.breakEvens()).as(where).anyMatch(even -> even.next() == n);
    }
  }

  private static Segment at(Shift shift, long n) {
    return shift.segments().stream()
        .filter(segment -> segment.from() <= n && n <= segment.to())
        .findFirst()
        .orElseThrow();
  }

  private static long least(Shift shift, Attribute number) {
    return ((ValueSet.Numbers)
            shift.box().side(number).intersect(ValueSet.between(0, Long.MAX_VALUE)))
        .intervals()
        .get(0)
        .least();
  }
}
