package dev.tollgate.engine.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A set of values of one attribute, closed under intersection, union and complement, so that
 * questions about conditions are answered exactly. "Not given" is a member like any other: it is
 * what a parameter or key has when a call does not state it.
 */
public sealed interface ValueSet {

  boolean contains(Value value);

  /** Whether an attribute that is not given belongs to the set. */
  boolean containsAbsent();

  ValueSet intersect(ValueSet other);

  ValueSet complement();

  boolean isEmpty();

  /** A member, the smallest or plainest there is; empty when there is none but "not given". */
  Optional<Value> example();

  default ValueSet union(ValueSet other) {
    return complement().intersect(other.complement()).complement();
  }

  default ValueSet minus(ValueSet other) {
    return intersect(other.complement());
  }

  /** Numbers from {@code least} to {@code most}, both included; given. */
  static ValueSet between(long least, long most) {
    return least > most
        ? new Numbers(List.of(), false)
        : new Numbers(List.of(new Interval(least, most)), false);
  }

  /** The one number. */
  static ValueSet number(long number) {
    return between(number, number);
  }

  /** Each of these words, and nothing else. */
  static ValueSet words(Collection<String> words) {
    return new Words(new TreeSet<>(words), false, false);
  }

  /** Every given value. */
  static ValueSet given(boolean number) {
    return number
        ? between(Long.MIN_VALUE, Long.MAX_VALUE)
        : new Words(new TreeSet<>(), true, false);
  }

  /** Every value, and "not given". */
  static ValueSet everything(boolean number) {
    return number
        ? new Numbers(List.of(new Interval(Long.MIN_VALUE, Long.MAX_VALUE)), true)
        : new Words(new TreeSet<>(), true, true);
  }

  /** Whole numbers from {@code least} to {@code most}, both included. */
  record Interval(long least, long most) {
    public Interval {
      if (least > most) {
        throw new IllegalArgumentException("empty interval " + least + ".." + most);
      }
    }
  }

  /**
   * Numbers.
   *
   * @param intervals ascending, and neither overlapping nor touching
   */
  record Numbers(List<Interval> intervals, boolean containsAbsent) implements ValueSet {
    public Numbers {
      intervals = List.copyOf(intervals);
    }

    @Override
    public boolean contains(Value value) {
      return value instanceof Value.Number number && contains(number.steps());
    }

    public boolean contains(long number) {
      for (Interval interval : intervals) {
        if (number >= interval.least() && number <= interval.most()) {
          return true;
        }
      }
      return false;
    }

    @Override
    public ValueSet intersect(ValueSet other) {
      Numbers that = (Numbers) other;
      List<Interval> common = new ArrayList<>();
      for (Interval a : intervals) {
        for (Interval b : that.intervals) {
          long least = Math.max(a.least(), b.least());
          long most = Math.min(a.most(), b.most());
          if (least <= most) {
            common.add(new Interval(least, most));
          }
        }
      }
      return new Numbers(common, containsAbsent && that.containsAbsent);
    }

    @Override
    public ValueSet complement() {
      List<Interval> gaps = new ArrayList<>();
      long next = Long.MIN_VALUE;
      boolean reachedEnd = false;
      for (Interval interval : intervals) {
        if (interval.least() > next) {
          gaps.add(new Interval(next, interval.least() - 1));
        }
        reachedEnd = interval.most() == Long.MAX_VALUE;
        next = reachedEnd ? next : interval.most() + 1;
      }
      if (!reachedEnd) {
        gaps.add(new Interval(next, Long.MAX_VALUE));
      }
      return new Numbers(gaps, !containsAbsent);
    }

    @Override
    public boolean isEmpty() {
      return intervals.isEmpty() && !containsAbsent;
    }

    /** The member nearest to 0. */
    @Override
    public Optional<Value> example() {
      if (contains(0)) {
        return Optional.of(Value.number(0));
      }
      for (Interval interval : intervals) {
        if (interval.least() > 0) {
          return Optional.of(Value.number(interval.least()));
        }
      }
      return intervals.isEmpty()
          ? Optional.empty()
          : Optional.of(Value.number(intervals.get(intervals.size() - 1).most()));
    }
  }

  /**
   * Words: those listed, or all but those listed.
   *
   * @param words in alphabetical order
   * @param allBut whether the set is every word but these
   */
  record Words(java.util.SortedSet<String> words, boolean allBut, boolean containsAbsent)
      implements ValueSet {
    public Words {
      words = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    @Override
    public boolean contains(Value value) {
      return value instanceof Value.Word word && words.contains(word.text()) != allBut;
    }

    @Override
    public ValueSet intersect(ValueSet other) {
      Words that = (Words) other;
      TreeSet<String> result = new TreeSet<>(words);
      boolean absent = containsAbsent && that.containsAbsent;
      if (allBut && that.allBut) {
        result.addAll(that.words);
        return new Words(result, true, absent);
      }
      if (allBut) {
        TreeSet<String> theirs = new TreeSet<>(that.words);
        theirs.removeAll(words);
        return new Words(theirs, false, absent);
      }
      result.removeIf(word -> that.words.contains(word) == that.allBut);
      return new Words(result, false, absent);
    }

    @Override
    public ValueSet complement() {
      return new Words(words, !allBut, !containsAbsent);
    }

    @Override
    public boolean isEmpty() {
      return !allBut && words.isEmpty() && !containsAbsent;
    }

    @Override
    public Optional<Value> example() {
      if (!allBut) {
        return words.isEmpty() ? Optional.empty() : Optional.of(Value.word(words.first()));
      }
      String other = "other";
      while (words.contains(other)) {
        other = "an" + other;
      }
      return Optional.of(Value.word(other));
    }
  }
}
