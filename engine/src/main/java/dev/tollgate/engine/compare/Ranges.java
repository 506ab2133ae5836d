package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a box apart into ranges of numbers. */
final class Ranges {

  private Ranges() {}

  /**
   * The ranges of these numbers in a box. Several, where a number lies in one of several stretches;
   * none where one has no number from 0 at all.
   */
  static List<Map<Attribute, Range>> of(Box box, Collection<Attribute> numbers) {
    List<Map<Attribute, Range>> all = new ArrayList<>(List.of(Map.of()));
    for (Attribute number : numbers) {
      List<Map<Attribute, Range>> longer = new ArrayList<>();
      ValueSet side = box.side(number).intersect(ValueSet.between(0, Long.MAX_VALUE));
      for (ValueSet.Interval interval : ((ValueSet.Numbers) side).intervals()) {
        for (Map<Attribute, Range> ranges : all) {
          Map<Attribute, Range> next = new LinkedHashMap<>(ranges);
          next.put(number, new Range(interval.least(), interval.most()));
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }
}
