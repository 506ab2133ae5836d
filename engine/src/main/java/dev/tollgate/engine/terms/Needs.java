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
    condition.forEachUndecided(readings, missing::add);
    condition.forEachUndecided(stated, this::noteIfAssumed);
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
