package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.compare.Segment;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A difference that goes up and down in steps, as what is rounded does: by how much it is in which
 * ranges of the number.
 *
 * @param ranges by difference, the ranges in words: {@code 11..30, 41..50}
 * @param unchanged the ranges in which there is none, in words
 */
record Steps(Map<Rational, String> ranges, String unchanged) {

  private static final int MOST_NUMBERS = 10_000;
  private static final int MOST_RANGES = 16;

  /**
   * The steps; empty where the difference is straight, hangs on more than one number, or has too
   * many of them to be read.
   */
  static Optional<Steps> of(Shift shift, Attribute number) {
    ValueSet.Interval all = range(shift, number);
    boolean straight =
        shift.segments().stream().allMatch(segment -> segment.straight().isPresent());
    boolean alone =
        shift.fall().or(shift::rise).map(Shift.Extent::first).orElse(Map.of()).size() == 1;
    if (straight || !alone || all.most() - all.least() > MOST_NUMBERS) {
      return Optional.empty();
    }
    Map<Rational, List<ValueSet.Interval>> found = new LinkedHashMap<>();
    int ranges = 0;
    long from = all.least();
    while (from <= all.most() && ranges <= MOST_RANGES) {
      Rational by = difference(shift, number, from);
      long to = from;
      while (to < all.most() && difference(shift, number, to + 1).equals(by)) {
        to++;
      }
      found.computeIfAbsent(by, unused -> new ArrayList<>()).add(new ValueSet.Interval(from, to));
      ranges++;
      from = to + 1;
    }
    if (ranges > MOST_RANGES) {
      return Optional.empty();
    }
    Map<Rational, String> told = new LinkedHashMap<>();
    found.forEach((by, where) -> told.put(by, words(where)));
    String unchanged = Optional.ofNullable(told.remove(Rational.ZERO)).orElse("");
    return Optional.of(new Steps(told, unchanged));
  }

  private static Rational difference(Shift shift, Attribute number, long at) {
    Map<Attribute, Long> numbers = Map.of(number, at);
    return shift.after(numbers).orElseThrow().minus(shift.before(numbers).orElseThrow());
  }

  /** All numbers that a shift is about, from 0. */
  static ValueSet.Interval range(Shift shift, Attribute number) {
    ValueSet side = shift.box().side(number).intersect(ValueSet.between(0, Long.MAX_VALUE));
    List<ValueSet.Interval> intervals = ((ValueSet.Numbers) side).intervals();
    return new ValueSet.Interval(
        intervals.get(0).least(), intervals.get(intervals.size() - 1).most());
  }

  /** The numbers beside segments, in words. */
  static String gaps(List<Segment> segments, ValueSet.Interval range) {
    List<ValueSet.Interval> gaps = new ArrayList<>();
    long next = range.least();
    for (Segment segment : segments) {
      if (segment.from() > next) {
        gaps.add(new ValueSet.Interval(next, segment.from() - 1));
      }
      next = segment.isOpen() || segment.to() == range.most() ? -1 : segment.to() + 1;
    }
    if (next >= 0) {
      gaps.add(new ValueSet.Interval(next, range.most()));
    }
    return words(gaps);
  }

  private static String words(List<ValueSet.Interval> ranges) {
    List<String> words = new ArrayList<>();
    ranges.forEach(range -> words.add(AmountWords.stretch(range.least(), range.most())));
    return String.join(", ", words).replaceFirst(", (from [^,]*)$", " and $1");
  }
}
