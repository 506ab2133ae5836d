package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accounts and calls that meet one test for each of some attributes. An attribute without a side is
 * free.
 *
 * @param sides what each attribute may be, in the order in which the tests were added; a side that
 *     allows everything is left out, so that equal boxes have equal sides
 */
public record Box(Map<Attribute, ValueSet> sides) {

  public static final Box EVERYTHING = new Box(Map.of());

  public Box {
    Map<Attribute, ValueSet> narrow = new LinkedHashMap<>(sides);
    narrow.entrySet().removeIf(side -> side.getValue().equals(everything(side.getKey())));
    sides = Collections.unmodifiableMap(narrow);
  }

  /** The box with one side. */
  public static Box of(Attribute attribute, ValueSet values) {
    return new Box(Map.of(attribute, values));
  }

  private static ValueSet everything(Attribute attribute) {
    return ValueSet.everything(attribute.number());
  }

  /** What the attribute may be; everything, and "not given", where it is free. */
  public ValueSet side(Attribute attribute) {
    ValueSet side = sides.get(attribute);
    return side == null ? everything(attribute) : side;
  }

  /** The same, free of one test. */
  Box without(Attribute attribute) {
    Map<Attribute, ValueSet> others = new LinkedHashMap<>(sides);
    others.remove(attribute);
    return new Box(others);
  }

  /** Whether no account and no call meets all tests. */
  public boolean isEmpty() {
    return sides.values().stream().anyMatch(ValueSet::isEmpty);
  }

  public Box intersect(Box other) {
    Map<Attribute, ValueSet> common = new LinkedHashMap<>(sides);
    other.sides.forEach(
        (attribute, values) -> common.merge(attribute, values, ValueSet::intersect));
    return new Box(common);
  }

  /** What of this box lies outside the other, cut into boxes that do not overlap. */
  public List<Box> minus(Box other) {
    if (intersect(other).isEmpty()) {
      return isEmpty() ? List.of() : List.of(this);
    }
    List<Box> rest = new ArrayList<>();
    Box within = this;
    for (Map.Entry<Attribute, ValueSet> cut : other.sides.entrySet()) {
      // Where a piece was cut out of this box, most of their sides are the same.
      if (cut.getValue().equals(within.side(cut.getKey()))) {
        continue;
      }
      Box outside = within.intersect(of(cut.getKey(), cut.getValue().complement()));
      if (!outside.isEmpty()) {
        rest.add(outside);
      }
      within = within.intersect(of(cut.getKey(), cut.getValue()));
    }
    return rest;
  }

  /** Whether all of the other box lies in this one. */
  public boolean covers(Box other) {
    return other.isEmpty() || sides.entrySet().stream().allMatch(side -> covers(side, other));
  }

  /**
   * A side never allows everything, so that a box in which its attribute is free is not covered.
   */
  private static boolean covers(Map.Entry<Attribute, ValueSet> side, Box other) {
    ValueSet theirs = other.sides.get(side.getKey());
    return theirs != null
        && (theirs.equals(side.getValue()) || theirs.minus(side.getValue()).isEmpty());
  }

  /** The union, where that is a box: when one side at most differs. */
  Optional<Box> joined(Box other) {
    if (!sides.keySet().equals(other.sides.keySet())) {
      return Optional.empty();
    }
    Map<Attribute, ValueSet> union = new LinkedHashMap<>(sides);
    int different = 0;
    for (Map.Entry<Attribute, ValueSet> side : sides.entrySet()) {
      ValueSet theirs = other.side(side.getKey());
      if (!theirs.equals(side.getValue())) {
        different++;
        if (different > 1) {
          return Optional.empty();
        }
        union.put(side.getKey(), side.getValue().union(theirs));
      }
    }
    return Optional.of(new Box(union));
  }

  /**
   * This box with its own sides narrowed to what their attributes can be at all. Attributes that
   * are free here stay so, and are not mentioned by {@link #example}.
   *
   * @param domain what each attribute can be: an edition of the product, a count from 0
   */
  public Box within(Box domain) {
    Map<Attribute, ValueSet> narrowed = new LinkedHashMap<>(sides);
    narrowed.replaceAll((attribute, values) -> values.intersect(domain.side(attribute)));
    return new Box(narrowed);
  }

  /**
   * A member, as plain as possible: an attribute that may be left out is left out, and the others
   * have the smallest or plainest value.
   *
   * @return values by attribute; empty when the box is
   */
  public Optional<Map<Attribute, Value>> example() {
    if (isEmpty()) {
      return Optional.empty();
    }
    Map<Attribute, Value> example = new LinkedHashMap<>();
    sides.forEach(
        (attribute, values) -> {
          if (!values.containsAbsent()) {
            example.put(attribute, values.example().orElseThrow());
          }
        });
    return Optional.of(Collections.unmodifiableMap(example));
  }
}
