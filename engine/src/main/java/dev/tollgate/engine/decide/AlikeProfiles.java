package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.terms.Profile;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts in the place of what a profile states what another one has stated that no clause of the
 * product tells from it: days of signing up, and facts that are words. For one thread.
 *
 * <p>Worked example: where the only clause about it says {@code signed up from 2026-01-01}, all
 * profiles of 2025 get the same day.
 */
final class AlikeProfiles {

  /** Different values of an attribute that are known at once. */
  private static final int KNOWN = 10_000;

  private final Map<Attribute, List<Condition.Test>> tests = new HashMap<>();

  /** What is not only compared with literals. */
  private final Set<Attribute> used = new HashSet<>();

  private final Map<Attribute, Map<Value, Value>> known = new HashMap<>();
  private final Map<Attribute, Map<List<Boolean>, Value>> first = new HashMap<>();

  AlikeProfiles(Product product) {
    look(product);
  }

  private void look(Object clause) {
    if (clause instanceof Condition.Test test) {
      tests.computeIfAbsent(test.attribute(), any -> new ArrayList<>()).add(test);
    } else if (clause instanceof Attribute attribute) {
      used.add(attribute);
    } else if (clause instanceof Optional<?> optional) {
      optional.ifPresent(this::look);
    } else if (clause instanceof Iterable<?> all) {
      all.forEach(this::look);
    } else if (clause instanceof Map<?, ?> map) {
      look(map.keySet());
      look(map.values());
    } else if (clause instanceof Record) {
      for (RecordComponent component : clause.getClass().getRecordComponents()) {
        look(part(clause, component));
      }
    }
  }

  private static Object part(Object clause, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(clause);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("cannot read " + component + " of " + clause, impossible);
    }
  }

  /** A profile with the same terms, which are those of others too. */
  Profile of(Profile profile) {
    Map<String, Value> facts = new HashMap<>();
    profile
        .facts()
        .forEach(
            (name, value) ->
                facts.put(
                    name,
                    value instanceof Value.Word
                        ? alike(Attribute.fact(name, false), value)
                        : value));
    Optional<LocalDate> signedUp = profile.signedUp().map(this::alike);
    return new Profile(
        profile.account(),
        profile.edition(),
        profile.seats(),
        facts,
        signedUp,
        profile.zone(),
        profile.addOns());
  }

  private LocalDate alike(LocalDate date) {
    Value day = alike(Attribute.SIGNED_UP, Value.number(date.toEpochDay()));
    return LocalDate.ofEpochDay(((Value.Number) day).steps());
  }

  private Value alike(Attribute attribute, Value value) {
    if (used.contains(attribute)) {
      return value;
    }
    Map<Value, Value> values = known.computeIfAbsent(attribute, any -> new HashMap<>());
    if (values.size() >= KNOWN) {
      values.clear();
    }
    return values.computeIfAbsent(value, each -> firstAlike(attribute, each));
  }

  private Value firstAlike(Attribute attribute, Value value) {
    List<Boolean> holds =
        tests.getOrDefault(attribute, List.of()).stream()
            .map(test -> test.values().contains(value))
            .toList();
    return first
        .computeIfAbsent(attribute, any -> new HashMap<>())
        .computeIfAbsent(holds, any -> value);
  }
}
