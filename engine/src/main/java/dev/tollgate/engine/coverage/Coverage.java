package dev.tollgate.engine.coverage;

import dev.tollgate.engine.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which behaviour of a policy tests exercise. Not safe for use by several threads.
 *
 * <p>Behaviour and not lines: a slab is exercised at its edge, one below and one above it, a change
 * of version in the last moment before it and in the first one after.
 */
public final class Coverage {

  /** Whatever can be exercised. */
  private static final List<BehaviourSource> SOURCES =
      List.of(
          new Allotments(),
          new Caps(),
          new Costs(),
          new BandEdges(),
          new GroupEdges(),
          new SlabEdges(),
          new VersionChanges(),
          new Rules(),
          new Dates(),
          new AddOnEffects(),
          new Contracts(),
          new Grandfathering(),
          new Warnings(),
          new Denials());

  private final List<Behaviour> behaviours = new ArrayList<>();
  private final Set<Item> exercised = new HashSet<>();

  /** Nothing is exercised yet. */
  public Coverage(Policy policy) {
    Map<Item, Behaviour> items = new LinkedHashMap<>();
    policy.products().values().stream()
        .flatMap(product -> SOURCES.stream().map(source -> source.of(policy, product)))
        .flatMap(List::stream)
        .forEach(behaviour -> items.putIfAbsent(behaviour.item(), behaviour));
    behaviours.addAll(items.values());
    behaviours.sort(Comparator.comparing(Behaviour::item, Item.BY_PLACE));
  }

  /** A step of a test whose expectations were met. */
  public void observe(Observation seen) {
    for (Behaviour behaviour : behaviours) {
      if (!exercised.contains(behaviour.item()) && behaviour.exercised().test(seen)) {
        exercised.add(behaviour.item());
      }
    }
  }

  /** Whether a step exercises an item of this policy. */
  public boolean exercises(Item item, Observation seen) {
    return behaviours.stream()
        .anyMatch(behaviour -> behaviour.item().equals(item) && behaviour.exercised().test(seen));
  }

  /** All items, in the order of the files. */
  public List<Item> items() {
    return behaviours.stream().map(Behaviour::item).toList();
  }

  public boolean isExercised(Item item) {
    return exercised.contains(item);
  }

  /** Items that no test exercises, in the order of the files. */
  public List<Item> missing() {
    return items().stream().filter(item -> !isExercised(item)).toList();
  }

  /** Tests that may exercise an item, the most likely first. */
  public Stream<Draft> drafts(Item item, Trial trial) {
    return behaviours.stream()
        .filter(behaviour -> behaviour.item().equals(item))
        .flatMap(behaviour -> behaviour.drafts().apply(trial));
  }
}
