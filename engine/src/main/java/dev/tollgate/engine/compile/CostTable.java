package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which line of a table of costs decides which calls. The first that matches a call decides, so
 * what reaches a line is what none above it takes.
 */
final class CostTable {

  /** Stands for calls that nobody declared, in a product that is open. */
  static final String UNDECLARED = "";

  private final ProductDraft product;
  private final Space space;
  private final List<CostLine> lines;
  private final Region countsWhen;

  /** The calls that the quota counts. */
  private final Set<String> calls = new LinkedHashSet<>();

  private final Set<String> decided = new HashSet<>();
  private final Map<CostLine, Region> regions = new IdentityHashMap<>();

  /** For each call, the lines that name it and that it never reaches. */
  private final Map<String, Set<CostLine>> hidden = new LinkedHashMap<>();

  /** What no line takes, by call. */
  private final Map<String, Region> unpriced = new LinkedHashMap<>();

  /**
   * A table of a quota, a rule or a contract. Each question may throw {@link Region.TooManyBoxes}.
   */
  CostTable(QuotaDraft quota, Space space, List<CostLine> lines) {
    this.product = quota.product;
    this.space = space;
    this.lines = lines;
    ChosenCalls counted = quota.counts();
    Condition when = quota.countsWhen.orElse(Condition.ALWAYS);
    product.calls.entries().stream()
        .map(entry -> entry.name().text())
        .filter(counted.set().declared()::contains)
        .forEach(calls::add);
    if (counted.set().undeclared()) {
      calls.add(UNDECLARED);
    }
    this.countsWhen = Region.of(when);
  }

  /** Works out one name of calls, if that has not been done. */
  private void decide(String call) {
    if (calls.contains(call) && decided.add(call)) {
      decide(call, countsWhen.intersect(Region.of(space.calls(call))));
    }
  }

  private void decide(String call, Region counted) {
    Region rest = counted;
    for (CostLine line : lines) {
      if (!isFor(line, call)) {
        continue;
      }
      if (line.when().isEmpty()) {
        // Nobody knows what it takes, so nothing below it is judged.
        return;
      }
      Region here = rest.intersect(region(line));
      if (here.isEmpty()) {
        hidden
            .computeIfAbsent(call, unused -> Collections.newSetFromMap(new IdentityHashMap<>()))
            .add(line);
      }
      rest = rest.minus(here);
    }
    if (!rest.isEmpty()) {
      unpriced.put(call, rest);
    }
  }

  private static boolean isFor(CostLine line, String call) {
    return call.equals(UNDECLARED)
        ? line.calls().set().undeclared()
        : line.calls().set().declared().contains(call);
  }

  private Region region(CostLine line) {
    return regions.computeIfAbsent(line, read -> Region.of(read.when().orElseThrow()));
  }

  /** Whether a line names a call that never reaches it. */
  boolean isHidden(CostLine line, String call) {
    decide(call);
    return hidden.getOrDefault(call, Set.of()).contains(line);
  }

  /** The lines above one that take calls of a name from it. */
  List<CostLine> hiding(CostLine line, String call) {
    List<CostLine> above = new ArrayList<>();
    Region wanted = region(line).intersect(Region.of(space.calls(call)));
    for (CostLine other : lines) {
      if (other == line) {
        break;
      }
      if (isFor(other, call) && !region(other).intersect(wanted).isEmpty()) {
        above.add(other);
      }
    }
    return above;
  }

  /** The calls that are counted and not priced, each with an example where some are priced. */
  Map<String, Optional<String>> unpriced() {
    calls.forEach(this::decide);
    Map<String, Optional<String>> examples = new LinkedHashMap<>();
    unpriced.forEach(
        (call, region) -> {
          Box all = space.calls(call);
          examples.put(call, Example.of(product, region, all));
        });
    return examples;
  }
}
