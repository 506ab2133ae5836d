package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.Change.Amounts;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.compare.Segment;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.policy.Attribute;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in words how an amount changes for some accounts or calls: one change of it. */
record AmountWords(DiffWhom whom, Amounts amounts, Shift shift) {

  private static final int MOST_DECIMALS = 6;
  private static final long THOUSAND = 1_000;

  /** All that is to say, a line each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (numbers().isEmpty() || isSameWhateverIsHeld()) {
      lines.add(constant());
      return lines;
    }
    Optional<Steps> steps = shift.number().flatMap(number -> Steps.of(shift, number));
    if (steps.isPresent()) {
      steps.get().ranges().forEach((by, ranges) -> lines.add(step(ranges, by)));
    } else {
      shift.segments().forEach(segment -> lines.add(line(segment)));
    }
    unchanged(steps).ifPresent(lines::add);
    if (steps.isEmpty()) {
      shift.fall().flatMap(fall -> extent(fall, -1)).ifPresent(lines::add);
      shift.rise().flatMap(rise -> extent(rise, 1)).ifPresent(lines::add);
    }
    return lines;
  }

  /** The numbers that the amount hangs on. */
  private TreeSet<String> numbers() {
    TreeSet<String> numbers = new TreeSet<>();
    shift.number().ifPresent(number -> numbers.add(number.toString()));
    shift.fall().ifPresent(fall -> fall.first().keySet().forEach(each -> numbers.add("" + each)));
    shift.rise().ifPresent(rise -> rise.first().keySet().forEach(each -> numbers.add("" + each)));
    return numbers;
  }

  private String constant() {
    Map<Attribute, Long> any =
        shift.fall().or(shift::rise).map(Shift.Extent::first).orElse(Map.of());
    Optional<Rational> was = shift.before(any);
    Optional<Rational> is = shift.after(any);
    String values = "%s before, %s after".formatted(limit(was), limit(is));
    if (was.isEmpty() || is.isEmpty()) {
      return values;
    }
    Rational by = is.get().minus(was.get());
    return values + ": " + by(by.signum(), amount(absolute(by)));
  }

  /** Whether add-ons are all that it hangs on, and change nothing about the difference. */
  private boolean isSameWhateverIsHeld() {
    return shift
        .number()
        .filter(number -> number.kind() == Attribute.Kind.ADD_ON && isOneStep())
        .filter(number -> Steps.gaps(shift.segments(), Steps.range(shift, number)).isEmpty())
        .isPresent();
  }

  private String step(String ranges, Rational by) {
    return "%s %s: %s"
        .formatted(
            ranges, plural(shift.number().orElseThrow()), by(by.signum(), amount(absolute(by))));
  }

  private String line(Segment segment) {
    Attribute number = shift.number().orElseThrow();
    Rational first = segment.atFrom().difference();
    Rational last = segment.atTo().map(Segment.Values::difference).orElse(first);
    int sign = first.signum() == 0 ? last.signum() : first.signum();
    String how =
        segment
            .straight()
            .map(line -> formula(line, sign, whom.singular(amounts, number)))
            .orElseGet(() -> between(segment, first, sign));
    String end =
        segment.from() == segment.to()
            ? ""
            : segment
                .atTo()
                .map(
                    values ->
                        ", %s → %s at %s"
                            .formatted(
                                amount(values.before()),
                                amount(values.after()),
                                grouped(segment.to())))
                .orElse("");
    return "%s%s %s: %s (%s → %s at %s%s)"
        .formatted(
            beside(),
            stretch(segment.from(), segment.isOpen() ? Long.MAX_VALUE : segment.to()),
            plural(number),
            by(sign, how),
            amount(segment.atFrom().before()),
            amount(segment.atFrom().after()),
            grouped(segment.from()),
            end);
  }

  /** What the other numbers are where ranges of one are told; add-ons are held by nobody there. */
  private String beside() {
    Map<Attribute, Long> others = new LinkedHashMap<>();
    shift
        .fall()
        .or(shift::rise)
        .map(Shift.Extent::first)
        .orElse(Map.of())
        .keySet()
        .forEach(each -> others.put(each, Steps.range(shift, each).least()));
    others.keySet().removeIf(each -> each.kind() == Attribute.Kind.ADD_ON && others.get(each) == 0);
    shift.number().ifPresent(others::remove);
    return others.isEmpty() ? "" : "with " + point(others) + ", ";
  }

  /** A stretch of numbers: {@code 1..980}, {@code 7}, {@code from 981}. */
  static String stretch(long from, long to) {
    if (to == Long.MAX_VALUE) {
      return "from " + grouped(from);
    }
    return from == to ? grouped(from) : grouped(from) + ".." + grouped(to);
  }

  private String formula(Segment.Straight line, int sign, String each) {
    Rational start = sign < 0 ? line.start().negated() : line.start();
    Rational rise = sign < 0 ? line.rise().negated() : line.rise();
    if (rise.signum() == 0) {
      return amount(start);
    }
    boolean small = isMoney() && absolute(rise).compareTo(Rational.of(new BigDecimal("0.01"))) < 0;
    String per =
        small
            ? amount(absolute(rise).times(Rational.of(THOUSAND))) + " per " + grouped(THOUSAND)
            : amount(absolute(rise)) + " per " + each;
    if (start.signum() == 0) {
      return per;
    }
    return rise.signum() < 0
        ? amount(start) + " − " + per
        : per + (start.signum() < 0 ? " − " : " + ") + amount(absolute(start));
  }

  /** A rounded stretch goes up and down between its least and its most, where there are such. */
  private String between(Segment segment, Rational first, int sign) {
    Optional<Rational> near = sign < 0 ? segment.most() : segment.least();
    Optional<Rational> far = sign < 0 ? segment.least() : segment.most();
    String less = amount(absolute(near.orElse(first)));
    String more = far.map(by -> amount(absolute(by))).orElse("");
    return more.isEmpty() ? less + " or more" : less.equals(more) ? less : less + " to " + more;
  }

  /** Where ranges are told, those in which nothing changes, too. */
  private Optional<String> unchanged(Optional<Steps> steps) {
    if (shift.number().isEmpty()) {
      return Optional.empty();
    }
    Attribute number = shift.number().get();
    String gaps =
        steps
            .map(Steps::unchanged)
            .orElseGet(() -> Steps.gaps(shift.segments(), Steps.range(shift, number)));
    return gaps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            beside()
                + gaps
                + " "
                + plural(number)
                + ": unchanged"
                + shift.besideSegments().map(some -> ", but not " + any(some)).orElse(""));
  }

  /** Somebody whom ranges of one number do not tell of. */
  private String any(Map<Attribute, Long> numbers) {
    return numbers.isEmpty()
        ? "for sure with add-ons or other numbers"
        : "with " + example(numbers);
  }

  /** The numbers for which it changes: {@code 1..1_224 users}; empty where it hangs on none. */
  String range() {
    if (shift.number().isEmpty() || isSameWhateverIsHeld()) {
      return "";
    }
    Segment last = shift.segments().get(shift.segments().size() - 1);
    boolean all = Steps.gaps(shift.segments(), Steps.range(shift, shift.number().get())).isEmpty();
    String range =
        all
            ? "any number of"
            : stretch(shift.segments().get(0).from(), last.isOpen() ? Long.MAX_VALUE : last.to());
    return beside()
        + range
        + " "
        + plural(shift.number().get())
        + shift
            .besideSegments()
            .filter(numbers -> !numbers.isEmpty())
            .map(numbers -> ", or " + point(numbers))
            .orElse("");
  }

  private Optional<String> extent(Shift.Extent extent, int sign) {
    if (extent.first().isEmpty()) {
      return extent.isKnown()
          ? Optional.empty()
          : Optional.of("some may " + by(sign, extent.most().map(this::most).orElse("any amount")));
    }
    boolean told = shift.number().isPresent() && isPlain(extent.first());
    if (isOneStep() && told) {
      return Optional.empty();
    }
    String most =
        extent
            .most()
            .map(
                by ->
                    extent.exact()
                        ? by(sign, "at most %s, with %s".formatted(amount(by), point(extent.at())))
                        : by(sign, "no more than " + amount(by)))
            .orElseGet(() -> endless(sign));
    boolean atOnce = extent.most().isPresent() && extent.exact() && sameAsFirst(extent);
    String first =
        told || atOnce
            ? ""
            : "; first with %s: %s → %s"
                .formatted(
                    point(extent.first()),
                    limit(shift.before(extent.first())),
                    limit(shift.after(extent.first())));
    return Optional.of("they " + most + first);
  }

  private static boolean sameAsFirst(Shift.Extent extent) {
    return extent.first().equals(extent.at());
  }

  private String most(Rational by) {
    return "no more than " + amount(by);
  }

  /** Whether ranges of the one number have told of it: all others are as small as they can be. */
  private boolean isPlain(Map<Attribute, Long> numbers) {
    return numbers.entrySet().stream()
        .filter(each -> !shift.number().equals(Optional.of(each.getKey())))
        .allMatch(each -> each.getValue() == Steps.range(shift, each.getKey()).least());
  }

  /** Whether the one segment has said all: the same for every number. */
  private boolean isOneStep() {
    return shift.segments().size() == 1
        && shift.segments().get(0).straight().filter(line -> line.rise().signum() == 0).isPresent()
        && shift.fall().isPresent() != shift.rise().isPresent();
  }

  /** How far it goes at most, and for whom: {@code lose 98_000 with 980 users}. */
  String most(boolean fall) {
    Optional<Shift.Extent> extent = fall ? shift.fall() : shift.rise();
    int sign = fall ? -1 : 1;
    if (extent.isEmpty()) {
      return "";
    }
    Map<Attribute, Long> at = extent.get().at();
    String values = "%s → %s".formatted(limit(shift.before(at)), limit(shift.after(at)));
    String where = point(at).isEmpty() ? "" : " with " + point(at);
    if (extent.get().most().isEmpty()) {
      boolean limited = shift.before(at).isPresent() && shift.after(at).isPresent();
      return (limited ? endless(sign) + ", first" + where + ": " : "") + values;
    }
    String by = amount(extent.get().most().get());
    return extent.get().exact()
        ? by(sign, by) + where + ": " + values
        : by(sign, "no more than " + by);
  }

  /** The smallest for whom it changes one way: {@code 1 user: 10_500 → 10_400}. */
  String example(Map<Attribute, Long> numbers) {
    String values = "%s → %s".formatted(limit(shift.before(numbers)), limit(shift.after(numbers)));
    return point(numbers).isEmpty() ? values : point(numbers) + ": " + values;
  }

  /** Nobody holds an add-on without being asked to. */
  private String point(Map<Attribute, Long> numbers) {
    return numbers.entrySet().stream()
        .filter(each -> each.getValue() > 0 || each.getKey().kind() != Attribute.Kind.ADD_ON)
        .map(each -> counted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String counted(Attribute number, long count) {
    return grouped(count) + " " + (count == 1 ? whom.singular(amounts, number) : plural(number));
  }

  /** The word for several of a number. */
  String plural(Attribute number) {
    return whom.plural(amounts, number);
  }

  private String by(int sign, String amount) {
    return switch (amounts.measure()) {
      case ALLOTMENT, REFILL, INCLUDED, MOST -> (sign < 0 ? "lose " : "gain ") + amount;
      case COST -> (sign < 0 ? "cost less by " : "cost more by ") + amount;
      case PRICE -> (sign < 0 ? "save " : "pay more by ") + amount;
    };
  }

  private String endless(int sign) {
    return by(sign, "").replace(" by ", " ") + "without end";
  }

  private boolean isMoney() {
    return amounts.measure() == Change.Measure.PRICE;
  }

  private String limit(Optional<Rational> value) {
    return value.map(this::amount).orElse("no limit");
  }

  /** Money keeps two decimals at least. */
  private String amount(Rational value) {
    BigDecimal money = decimal(value);
    return isMoney() && money.scale() < 2
        ? Figures.exactly(money.setScale(2)).replace(',', '_')
        : number(value);
  }

  private static Rational absolute(Rational number) {
    return number.signum() < 0 ? number.negated() : number;
  }

  /** As the language writes it; of what has no end, six decimals. */
  static String number(Rational value) {
    return Figures.of(decimal(value)).replace(',', '_');
  }

  private static BigDecimal decimal(Rational value) {
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()), MOST_DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  static String grouped(long number) {
    return Figures.of(number).replace(',', '_');
  }
}
