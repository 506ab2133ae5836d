package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Rounding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Formulas of a few numbers made up from a seed, in small ranges that can all be tried. */
final class RandomFormulas {

  private static final List<Attribute> NUMBERS =
      List.of(Attribute.seat("user"), Attribute.seat("agent"), Attribute.fact("old", true));

  private final Random random;
  final Map<Attribute, Range> ranges = new LinkedHashMap<>();

  RandomFormulas(long seed) {
    this.random = new Random(seed);
    int count = 1 + random.nextInt(NUMBERS.size());
    int width = count == 3 ? 6 : count == 2 ? 12 : 60;
    for (Attribute number : NUMBERS.subList(0, count)) {
      long least = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
      ranges.put(number, new Range(least, least + random.nextInt(width)));
    }
  }

  Formula next() {
    return next(3);
  }

  private Formula next(int depth) {
    switch (random.nextInt(depth == 0 ? 4 : 11)) {
      case 0, 1:
        return Formula.constant(small());
      case 2:
        return Formula.of(number(), small());
      case 3:
        return Formula.above(number(), random.nextInt(4), small());
      case 4, 5, 6:
        return next(depth - 1).plus(next(depth - 1));
      case 7:
        return Formula.leastOf(List.of(next(depth - 1), next(depth - 1)));
      case 8:
        return Formula.greatestOf(List.of(next(depth - 1), next(depth - 1)));
      case 9:
        return next(depth - 1).times(small());
      default:
        Rational by = Rational.of(1 + random.nextInt(7));
        return next(depth - 1)
            .dividedBy(
                random.nextInt(4) == 0 ? by.dividedBy(Rational.of(2)) : by,
                Rounding.values()[random.nextInt(3)]);
    }
  }

  private Rational small() {
    Rational small = Rational.of(random.nextInt(9));
    return random.nextInt(5) == 0 ? small.dividedBy(Rational.of(2)) : small;
  }

  private Attribute number() {
    return List.copyOf(ranges.keySet()).get(random.nextInt(ranges.size()));
  }

  /** All points, the smallest first. */
  List<Map<Attribute, Long>> points() {
    List<Map<Attribute, Long>> points = new ArrayList<>(List.of(Map.of()));
    for (Map.Entry<Attribute, Range> each : ranges.entrySet()) {
      List<Map<Attribute, Long>> longer = new ArrayList<>();
      for (Map<Attribute, Long> point : points) {
        for (long number = each.getValue().least(); number <= each.getValue().most(); number++) {
          Map<Attribute, Long> next = new LinkedHashMap<>(point);
          next.put(each.getKey(), number);
          longer.add(next);
        }
      }
      points = longer;
    }
    return points;
  }
}
