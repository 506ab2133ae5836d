package dev.tollgate.engine.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * When a clause applies. A condition is judged with the values that are known; while an unknown
 * value could still change the outcome it is {@link Truth#UNKNOWN}, otherwise it is decided.
 */
public sealed interface Condition {

  Condition ALWAYS = new All(List.of());

  /** True, false, or not to be decided from what is known. */
  enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
  }

  /** Gives the values of attributes. */
  interface Readings {
    Reading read(Attribute attribute);
  }

  /** What is known of one attribute. */
  sealed interface Reading {
    Reading ABSENT = new Absent();
    Reading UNKNOWN = new Unknown();

    /**
     * A value.
     *
     * @param assumed whether nobody stated it and the policy's `unless stated` value stands in
     */
    record Known(Value value, boolean assumed) implements Reading {}

    /** A parameter or key that this call does not have. */
    record Absent() implements Reading {}

    /** A fact of the account that nobody stated. */
    record Unknown() implements Reading {}
  }

  Truth judge(Readings readings);

  /** Calls {@code use} with each test of the condition, in the order of the text. */
  void forEachTest(Consumer<Test> use);

  /**
   * Calls {@code use} with each attribute whose value would help to decide the condition; with none
   * when it is decided.
   */
  void forEachUndecided(Readings readings, Consumer<Attribute> use);

  default boolean isAlways() {
    return this instanceof All all && all.parts().isEmpty();
  }

  /**
   * One comparison.
   *
   * @param values the values for which it holds
   * @param text as the author wrote it, for receipts
   */
  record Test(Attribute attribute, ValueSet values, String text, Optional<Place> place)
      implements Condition {
    @Override
    public Truth judge(Readings readings) {
      Reading reading = readings.read(attribute);
      if (reading instanceof Reading.Known known) {
        return values.contains(known.value()) ? Truth.TRUE : Truth.FALSE;
      }
      if (reading instanceof Reading.Absent) {
        return values.containsAbsent() ? Truth.TRUE : Truth.FALSE;
      }
      return Truth.UNKNOWN;
    }

    @Override
    public void forEachTest(Consumer<Test> use) {
      use.accept(this);
    }

    @Override
    public void forEachUndecided(Readings readings, Consumer<Attribute> use) {
      if (judge(readings) == Truth.UNKNOWN) {
        use.accept(attribute);
      }
    }
  }

  /** All of these hold; of none, always. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth judge(Readings readings) {
      Truth outcome = Truth.TRUE;
      for (Condition part : parts) {
        Truth truth = part.judge(readings);
        if (truth == Truth.FALSE) {
          return Truth.FALSE;
        }
        outcome = truth == Truth.UNKNOWN ? Truth.UNKNOWN : outcome;
      }
      return outcome;
    }

    @Override
    public void forEachTest(Consumer<Test> use) {
      parts.forEach(part -> part.forEachTest(use));
    }

    @Override
    public void forEachUndecided(Readings readings, Consumer<Attribute> use) {
      if (judge(readings) == Truth.UNKNOWN) {
        parts.forEach(part -> part.forEachUndecided(readings, use));
      }
    }
  }

  /** At least one of these holds; of none, never. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth judge(Readings readings) {
      Truth outcome = Truth.FALSE;
      for (Condition part : parts) {
        Truth truth = part.judge(readings);
        if (truth == Truth.TRUE) {
          return Truth.TRUE;
        }
        outcome = truth == Truth.UNKNOWN ? Truth.UNKNOWN : outcome;
      }
      return outcome;
    }

    @Override
    public void forEachTest(Consumer<Test> use) {
      parts.forEach(part -> part.forEachTest(use));
    }

    @Override
    public void forEachUndecided(Readings readings, Consumer<Attribute> use) {
      if (judge(readings) == Truth.UNKNOWN) {
        parts.forEach(part -> part.forEachUndecided(readings, use));
      }
    }
  }
}
