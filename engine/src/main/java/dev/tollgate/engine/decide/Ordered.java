package dev.tollgate.engine.decide;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that keep the order in which they were stated. */
final class Ordered {

  private Ordered() {}

  /**
   * The same, immutable. Of most maps there is nothing to order, and those are not copied again.
   */
  static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    return map.size() <= 1
        ? Map.copyOf(map)
        : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
