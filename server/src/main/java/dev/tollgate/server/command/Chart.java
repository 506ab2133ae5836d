package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.compare.Segment;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.ValueSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A small picture of an amount before and after, over the number that it hangs on. Where the
 * difference begins and ends there are marks with the numbers themselves.
 */
final class Chart {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 220;
  private static final int LEFT = 84;
  private static final int RIGHT = 16;
  private static final int TOP = 12;
  private static final int BOTTOM = 38;
  private static final int POINTS = 96;

  private final Shift shift;
  private final Attribute number;
  private final String things;
  private final Map<Attribute, Long> others = new LinkedHashMap<>();
  private final TreeSet<Long> marks = new TreeSet<>();
  private final TreeSet<Long> points = new TreeSet<>();
  private final double top;

  private Chart(Shift shift, Attribute number, String things) {
    this.shift = shift;
    this.number = number;
    this.things = things;
    shift
        .box()
        .sides()
        .forEach(
            (attribute, values) -> least(values).ifPresent(least -> others.put(attribute, least)));
    for (Segment segment : shift.segments()) {
      marks.add(segment.from());
      segment.atTo().ifPresent(there -> marks.add(segment.to()));
    }
    long last = marks.last();
    boolean open = shift.segments().stream().anyMatch(Segment::isOpen);
    long end = Math.max(10, open ? Math.multiplyExact(2, last) : last + Math.max(1, last / 8));
    long begin = least(shift.box().side(number)).orElse(0L);
    for (int step = 0; step <= POINTS; step++) {
      points.add(begin + (end - begin) * step / POINTS);
    }
    for (long mark : marks) {
      points.add(mark);
      points.add(Math.max(begin, mark - 1));
      points.add(mark + 1);
    }
    points.removeIf(point -> !covers(point));
    double most = decimal(highest());
    this.top = most == 0 ? 1 : most * 1.06;
  }

  /**
   * The picture of a change, as SVG; empty where there is no number to draw it over.
   *
   * @param things the word for several of the number
   */
  static Optional<String> of(Shift shift, Function<Attribute, String> things) {
    boolean fine =
        shift.segments().stream()
            .allMatch(
                segment ->
                    Math.max(segment.from(), segment.atTo().isEmpty() ? 0 : segment.to())
                        < 1L << 50);
    return shift
        .number()
        .filter(any -> fine && !shift.segments().isEmpty())
        .map(number -> new Chart(shift, number, things.apply(number)).svg());
  }

  private static Optional<Long> least(ValueSet values) {
    return values instanceof ValueSet.Numbers numbers
        ? numbers.intervals().stream().map(each -> Math.max(0, each.least())).findFirst()
        : Optional.empty();
  }

  private boolean covers(long point) {
    return ((ValueSet.Numbers) shift.box().side(number)).contains(point);
  }

  private Rational exact(Function<Map<Attribute, Long>, Optional<Rational>> side, long point) {
    Map<Attribute, Long> numbers = new LinkedHashMap<>(others);
    numbers.put(number, point);
    return side.apply(numbers).orElseThrow();
  }

  private static double decimal(Rational value) {
    return value.numerator().doubleValue() / value.denominator().doubleValue();
  }

  private String x(long point) {
    double part = (double) (point - points.first()) / Math.max(1, points.last() - points.first());
    return pixel(LEFT + part * (WIDTH - LEFT - RIGHT));
  }

  private String y(double value) {
    return pixel(HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM));
  }

  private static String pixel(double pixel) {
    return String.format(Locale.ROOT, "%.2f", pixel);
  }

  private String svg() {
    StringBuilder svg = new StringBuilder();
    String label =
        "before and after, from %s to %s %s"
            .formatted(
                AmountWords.number(Rational.of(points.first())),
                AmountWords.number(Rational.of(points.last())),
                things);
    svg.append(
        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(WIDTH, HEIGHT, Html.escaped(label)));
    String floor = y(0);
    svg.append(
        "<path class=\"axis\" d=\"M%d %d V%s H%d\"/>\n".formatted(LEFT, TOP, floor, WIDTH - RIGHT));
    text(svg, LEFT - 6, floor, "end", "0");
    Rational most = highest();
    text(svg, LEFT - 6, y(decimal(most)), "end", AmountWords.number(most));
    text(
        svg,
        LEFT,
        pixel(HEIGHT - BOTTOM + 16),
        "start",
        AmountWords.number(Rational.of(points.first())));
    text(
        svg,
        WIDTH - RIGHT,
        pixel(HEIGHT - BOTTOM + 16),
        "end",
        AmountWords.number(Rational.of(points.last())) + " " + things);
    svg.append(line("before", shift::before)).append(line("after", shift::after));
    for (long mark : marks) {
      svg.append(mark("before", shift::before, mark)).append(mark("after", shift::after, mark));
    }
    legend(svg, LEFT, "before");
    legend(svg, LEFT + 90, "after");
    return svg.append("</svg>\n").toString();
  }

  private Rational highest() {
    return points.stream()
        .flatMap(point -> Stream.of(exact(shift::before, point), exact(shift::after, point)))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static void text(StringBuilder svg, int x, String y, String anchor, String text) {
    svg.append(
        "<text x=\"%d\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(x, y, anchor, Html.escaped(text)));
  }

  private String line(String side, Function<Map<Attribute, Long>, Optional<Rational>> values) {
    StringBuilder line = new StringBuilder();
    for (long point : points) {
      line.append(line.isEmpty() ? "" : " ")
          .append(x(point))
          .append(',')
          .append(y(decimal(exact(values, point))));
    }
    return "<polyline class=\"%s\" points=\"%s\"/>\n".formatted(side, line);
  }

  private String mark(
      String side, Function<Map<Attribute, Long>, Optional<Rational>> values, long mark) {
    return "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"3.5\"><title>%s %s, %s: %s</title></circle>\n"
        .formatted(
            side,
            x(mark),
            y(decimal(exact(values, mark))),
            AmountWords.number(Rational.of(mark)),
            Html.escaped(things),
            side,
            AmountWords.number(exact(values, mark)));
  }

  private static void legend(StringBuilder svg, int x, String side) {
    svg.append("<path class=\"%s\" d=\"M%d %d h24\"/>\n".formatted(side, x, HEIGHT - 8));
    text(svg, x + 30, Integer.toString(HEIGHT - 4), "start", side);
  }
}
