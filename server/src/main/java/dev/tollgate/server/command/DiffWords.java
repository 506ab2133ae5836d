package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.Change.Amounts;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.compare.Segment;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.compare.Verdict;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Policy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words what a change does, line by line. */
final class DiffWords implements Change.Visitor<List<String>> {

  private static final int MOST_DECIMALS = 6;

  private final DiffWhom whom;

  /** For the difference of two policies. */
  DiffWords(Policy before, Policy after) {
    this.whom = new DiffWhom(before, after);
  }

  /** What it belongs to and what it is about: {@code crm.credits, allotment of professional}. */
  static String title(Change change) {
    return change.accept(new Title());
  }

  private record Title() implements Change.Visitor<String> {

    @Override
    public String visitCame(Change.Came came) {
      return word(came.kind()) + " " + came.name();
    }

    @Override
    public String visitWent(Change.Went went) {
      return word(went.kind()) + " " + went.name();
    }

    @Override
    public String visitSaid(Change.Said said) {
      return said.subject() + ", " + said.what();
    }

    @Override
    public String visitAmounts(Amounts amounts) {
      String names = String.join(", ", amounts.names());
      String of = names.isEmpty() ? "" : " of " + names;
      return amounts.subject()
          + ", "
          + word(amounts.measure())
          + of
          + amounts.account().map(account -> ", account " + account).orElse("")
          + amounts.from().map(from -> ", from " + moment(from)).orElse("")
          + amounts.until().map(until -> ", until " + moment(until)).orElse("");
    }

    @Override
    public String visitUnclear(Change.Unclear unclear) {
      return unclear.subject() + ", " + word(unclear.measure());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static String moment(Instant instant) {
    String text = instant.toString();
    return text.endsWith("T00:00:00Z") ? text.substring(0, text.indexOf('T')) : text;
  }

  /** The verdict in words. */
  static String of(Verdict verdict) {
    return switch (verdict) {
      case IDENTICAL -> "identical in effect";
      case DIFFERENT -> "different, and no allotment, cost or price is better or worse";
      case NEVER_WORSE -> "never worse for any account";
      case NEVER_BETTER -> "never better for any account";
      case MIXED -> "mixed: it may be better for some and worse for others";
    };
  }

  /** The word for several of a number that a change is about. */
  String plural(Amounts amounts, Attribute number) {
    return whom.plural(amounts, number);
  }

  /** What tells the accounts and calls of a change from others; empty when nothing does. */
  Optional<String> whom(Amounts amounts, Shift shift) {
    return whom.of(amounts, shift);
  }

  /** The verdict on one change; its allotments, costs and prices are changes of their own. */
  static String verdict(Change change) {
    return change.verdict() == Verdict.DIFFERENT
        ? "different; allotments, costs and prices are compared apart"
        : of(change.verdict());
  }

  /** What it does, a line each. */
  List<String> lines(Change change) {
    return change.accept(this);
  }

  @Override
  public List<String> visitCame(Change.Came came) {
    return List.of("was not there before");
  }

  @Override
  public List<String> visitWent(Change.Went went) {
    return List.of("is not there any more");
  }

  @Override
  public List<String> visitSaid(Change.Said said) {
    return List.of(
        "before: " + said.before().orElse("nothing said"),
        "after:  " + said.after().orElse("nothing said"));
  }

  @Override
  public List<String> visitUnclear(Change.Unclear unclear) {
    return List.of("cannot be compared for all numbers: " + unclear.why());
  }

  @Override
  public List<String> visitAmounts(Amounts amounts) {
    List<String> lines = new ArrayList<>();
    for (Shift shift : amounts.shifts()) {
      Optional<String> people = whom.of(amounts, shift);
      people.ifPresent(words -> lines.add("where " + words + ":"));
      String indent = people.isPresent() ? "  " : "";
      for (String line : lines(amounts, shift)) {
        lines.add(indent + line);
      }
    }
    return lines;
  }

  private List<String> lines(Amounts amounts, Shift shift) {
    List<String> lines = new ArrayList<>();
    if (shift.segments().isEmpty()) {
      Map<Attribute, Long> first =
          shift.fall().or(shift::rise).map(Shift.Extent::first).orElse(Map.of());
      Optional<Rational> was = shift.before(first);
      Optional<Rational> is = shift.after(first);
      String values = "%s before, %s after".formatted(limit(was), limit(is));
      lines.add(
          was.isPresent() && is.isPresent()
              ? values
                  + ": "
                  + verb(amounts, is.get().compareTo(was.get()))
                  + " "
                  + number(
                      is.get().minus(was.get()).signum() < 0
                          ? was.get().minus(is.get())
                          : is.get().minus(was.get()))
              : values);
    }
    for (Segment segment : shift.segments()) {
      lines.add(line(amounts, shift, segment));
    }
    shift.fall().flatMap(fall -> extent(amounts, shift, fall, -1)).ifPresent(lines::add);
    shift.rise().flatMap(rise -> extent(amounts, shift, rise, 1)).ifPresent(lines::add);
    return lines;
  }

  private String line(Amounts amounts, Shift shift, Segment segment) {
    Attribute number = shift.number().orElseThrow();
    String stretch =
        segment.atTo().isEmpty()
            ? "from " + grouped(segment.from())
            : segment.from() == segment.to()
                ? grouped(segment.from())
                : grouped(segment.from()) + ".." + grouped(segment.to());
    Rational first = segment.atFrom().difference();
    Rational last = segment.atTo().map(Segment.Values::difference).orElse(first);
    int sign = first.signum() == 0 ? last.signum() : first.signum();
    String how =
        segment
            .straight()
            .map(line -> formula(line, sign, whom.singular(amounts, number)))
            .orElseGet(() -> between(segment, first, last));
    return "%s %s: %s %s (%s → %s at %s%s)"
        .formatted(
            stretch,
            whom.plural(amounts, number),
            verb(amounts, sign),
            how,
            number(segment.atFrom().before()),
            number(segment.atFrom().after()),
            grouped(segment.from()),
            segment.from() == segment.to()
                ? ""
                : segment
                    .atTo()
                    .map(
                        values ->
                            ", %s → %s at %s"
                                .formatted(
                                    number(values.before()),
                                    number(values.after()),
                                    grouped(segment.to())))
                    .orElse(""));
  }

  private static String formula(Segment.Straight line, int sign, String each) {
    Rational start = sign < 0 ? line.start().negated() : line.start();
    Rational rise = sign < 0 ? line.rise().negated() : line.rise();
    if (rise.signum() == 0) {
      return number(start);
    }
    String per = number(absolute(rise)) + " per " + each;
    if (start.signum() == 0) {
      return per;
    }
    return rise.signum() < 0
        ? number(start) + " − " + per
        : per + (start.signum() < 0 ? " − " : " + ") + number(absolute(start));
  }

  /** A rounded stretch goes up and down between its least and its most. */
  private static String between(Segment segment, Rational first, Rational last) {
    Rational one = absolute(segment.least().orElse(first));
    Rational other = absolute(segment.most().orElse(last));
    Rational less = one.compareTo(other) < 0 ? one : other;
    Rational more = less.equals(one) ? other : one;
    return less.equals(more) ? number(less) : number(less) + " to " + number(more);
  }

  private static Rational absolute(Rational number) {
    return number.signum() < 0 ? number.negated() : number;
  }

  private Optional<String> extent(Amounts amounts, Shift shift, Shift.Extent extent, int sign) {
    if (extent.first().isEmpty() || isOneStep(shift)) {
      return Optional.empty();
    }
    String verb = verb(amounts, sign);
    String most =
        extent
            .most()
            .map(
                by ->
                    extent.exact()
                        ? "at most %s, with %s".formatted(number(by), point(amounts, extent.at()))
                        : "no more than " + number(by))
            .orElse("without end");
    String first =
        extent.most().isPresent() && extent.exact() && extent.first().equals(extent.at())
            ? ""
            : "; first with %s: %s → %s"
                .formatted(
                    point(amounts, extent.first()),
                    limit(shift.before(extent.first())),
                    limit(shift.after(extent.first())));
    return Optional.of("they " + verb + " " + most + first);
  }

  /** Whether the one segment has said all: the same for every number. */
  private static boolean isOneStep(Shift shift) {
    return shift.segments().size() == 1
        && shift.segments().get(0).straight().filter(line -> line.rise().signum() == 0).isPresent()
        && shift.fall().isPresent() != shift.rise().isPresent();
  }

  private String point(Amounts amounts, Map<Attribute, Long> numbers) {
    boolean others =
        numbers.keySet().stream().anyMatch(each -> each.kind() != Attribute.Kind.ADD_ON);
    return numbers.entrySet().stream()
        // Nobody buys an add-on without being asked to.
        .filter(
            each -> !others || each.getValue() > 0 || each.getKey().kind() != Attribute.Kind.ADD_ON)
        .map(each -> counted(amounts, each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String counted(Amounts amounts, Attribute number, long count) {
    boolean one = count == 1 && number.kind() == Attribute.Kind.SEAT;
    return grouped(count)
        + " "
        + (one ? whom.singular(amounts, number) : whom.plural(amounts, number));
  }

  private static String verb(Amounts amounts, int sign) {
    if (amounts.measure().moreIsBetter()) {
      return sign < 0 ? "lose" : "gain";
    }
    return sign < 0 ? "save" : "pay more by";
  }

  private static String limit(Optional<Rational> value) {
    return value.map(DiffWords::number).orElse("no limit");
  }

  /** As the language writes it; of what has no end, six decimals. */
  static String number(Rational value) {
    BigDecimal exact =
        new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()), MOST_DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return Figures.of(exact).replace(',', '_');
  }

  private static String grouped(long number) {
    return Figures.of(number).replace(',', '_');
  }
}
