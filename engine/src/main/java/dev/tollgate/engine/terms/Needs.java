package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Condition.Reading;
import dev.tollgate.engine.policy.Condition.Readings;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps account of what an outcome needed to know: what was missing, and what was assumed because
 * nobody stated it. For use by one thread.
 */
final class Needs {

  private final Readings readings;
  private final Readings stated;
  private final Set<Attribute> missing = new LinkedHashSet<>();
  private final Set<Attribute> assumed = new LinkedHashSet<>();

  Needs(ProfileReadings readings) {
    this.readings = readings;
    this.stated = readings.stated();
  }

  /** Whether the condition holds, as far as is known. Nothing is noted. */
  Truth outlook(Condition condition) {
    return condition.judge(readings);
  }

  /** Whether the condition holds; what that hung on is noted. */
  Truth judge(Condition condition) {
    Truth truth = condition.judge(readings);
    forEachUndecided(condition, readings, missing::add);
    forEachUndecided(condition, stated, this::noteIfAssumed);
    return truth;
  }

  /** The value of an attribute; empty, and noted as missing, where nobody knows it. */
  Optional<Value> value(Attribute attribute) {
    if (readings.read(attribute) instanceof Reading.Known known) {
      noteIfAssumed(attribute);
      return Optional.of(known.value());
    }
    missing.add(attribute);
    return Optional.empty();
  }

  private void noteIfAssumed(Attribute attribute) {
    if (readings.read(attribute) instanceof Reading.Known known && known.assumed()) {
      assumed.add(attribute);
    }
  }

  /** The attributes whose values would decide a condition that is not decided; else none. */
  private static void forEachUndecided(
      Condition condition, Readings readings, Consumer<Attribute> use) {
    if (condition.judge(readings) != Truth.UNKNOWN) {
      return;
    }
    if (condition instanceof Condition.Test test) {
      use.accept(test.attribute());
    } else if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> forEachUndecided(part, readings, use));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> forEachUndecided(part, readings, use));
    } else {
      throw new IllegalArgumentException("unknown form of condition: " + condition);
    }
  }

  /** Notes all that the other has noted. */
  void addAll(Needs other) {
    missing.addAll(other.missing);
    addAssumed(other);
  }

  void addAssumed(Needs other) {
    assumed.addAll(other.assumed);
  }

  boolean met() {
    return missing.isEmpty();
  }

  List<Attribute> missing() {
    return List.copyOf(missing);
  }

  List<Attribute> assumed() {
    return List.copyOf(assumed);
  }
}
