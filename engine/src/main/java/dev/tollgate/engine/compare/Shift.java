package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a value changes for some accounts or calls.
 *
 * @param box which they are
 * @param before never the same for all of them as {@code after}
 * @param fall where the value becomes less; empty when it does nowhere
 * @param rise where the value becomes more; empty when it does nowhere
 * @param number the one number that segments are about, the others being as small as they can be;
 *     empty where the values hang on none, or on no limit
 * @param segments where the values differ, ascending
 * @param breakEvens where they are equal and differ in another way before and behind, ascending
 */
public record Shift(
    Box box,
    Formula before,
    Formula after,
    Optional<Extent> fall,
    Optional<Extent> rise,
    Optional<Attribute> number,
    List<Segment> segments,
    List<BreakEven> breakEvens) {

  public Shift {
    segments = List.copyOf(segments);
    breakEvens = List.copyOf(breakEvens);
  }

  /**
   * How far a value goes one way.
   *
   * @param first the smallest numbers for which it does; where it is not exact, perhaps only some,
   *     and none where nobody is known
   * @param most by how much at most; empty when there is no most, or none is known
   * @param at the smallest numbers for which it is the most; those of {@code first} where there is
   *     no most, or where {@code most} is only a bound
   * @param exact whether {@code most} is reached, or whether there is none; otherwise nobody goes
   *     beyond it
   * @param isKnown whether it does for {@code first}; otherwise nobody is known for whom it does
   */
  public record Extent(
      Map<Attribute, Long> first,
      Optional<Rational> most,
      Map<Attribute, Long> at,
      boolean exact,
      boolean isKnown) {}

  /** The value before for certain numbers; empty for no limit. */
  public Optional<Rational> before(Map<Attribute, Long> numbers) {
    return FormulaValue.of(before, numbers);
  }

  /** The value after for certain numbers; empty for no limit. */
  public Optional<Rational> after(Map<Attribute, Long> numbers) {
    return FormulaValue.of(after, numbers);
  }

  /**
   * Somebody for whom the value changes although the number that segments are about lies in none of
   * them: of the other numbers some are greater than they can be least.
   *
   * @return the smallest numbers of all; empty where there is nobody, and without a number where
   *     that takes too long to say
   */
  public Optional<Map<Attribute, Long>> besideSegments() {
    Map<Attribute, Range> ranges = new LinkedHashMap<>();
    for (Attribute each : Variables.of(before, after)) {
      Ranges.of(box, List.of(each)).forEach(range -> ranges.putAll(range));
    }
    if (number.isEmpty() || ranges.size() < 2) {
      return Optional.empty();
    }
    Range all = ranges.get(number.get());
    long next = all.least();
    for (Segment segment : segments) {
      Optional<Map<Attribute, Long>> found = beside(ranges, next, segment.from() - 1);
      if (found.isPresent() || segment.isOpen() || segment.to() == all.most()) {
        return found;
      }
      next = segment.to() + 1;
    }
    return beside(ranges, next, all.most());
  }

  private Optional<Map<Attribute, Long>> beside(Map<Attribute, Range> all, long from, long to) {
    if (from > to) {
      return Optional.empty();
    }
    Map<Attribute, Range> ranges = new LinkedHashMap<>(all);
    ranges.put(number.orElseThrow(), new Range(from, to));
    Comparison comparison = Comparison.quick(ranges);
    try {
      return comparison.firstBelow(after, before).or(() -> comparison.firstBelow(before, after));
    } catch (Inexact | TooFine undecided) {
      return Optional.of(Map.of());
    }
  }

  /**
   * What it means.
   *
   * @param moreIsBetter true of allotments; false of costs and prices
   */
  public Verdict verdict(boolean moreIsBetter) {
    return Verdict.of(
        (moreIsBetter ? fall : rise).isPresent(), (moreIsBetter ? rise : fall).isPresent());
  }
}
