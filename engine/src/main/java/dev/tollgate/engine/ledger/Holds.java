package dev.tollgate.engine.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The portions of one counter that count only until a moment, unless they are committed before. */
final class Holds {

  private static final Comparator<Key> EARLIEST_FIRST =
      Comparator.comparingLong(Key::expires).thenComparing(Key::decisionId);

  private final TreeMap<Key, Portion> portions = new TreeMap<>(EARLIEST_FIRST);

  boolean isEmpty() {
    return portions.isEmpty();
  }

  /** The earliest moment at which one expires; empty when there is none. */
  OptionalLong firstExpiry() {
    return portions.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(portions.firstKey().expires());
  }

  void add(long expires, Portion portion) {
    portions.merge(new Key(expires, portion.decisionId()), portion, Portion::with);
  }

  /**
   * Takes the hold of a decision out, so that it does not expire any more; whether there was one.
   */
  boolean remove(long expires, String decisionId) {
    return portions.keySet().remove(new Key(expires, decisionId));
  }

  /** Those that expire until {@code now}, the earliest first; without changing anything. */
  List<Portion> expiredBy(long now) {
    List<Portion> expired = new ArrayList<>();
    for (Map.Entry<Key, Portion> entry : portions.entrySet()) {
      if (entry.getKey().expires() > now) {
        break;
      }
      expired.add(entry.getValue());
    }
    return expired;
  }

  void dropExpired(long now) {
    while (!portions.isEmpty() && portions.firstKey().expires() <= now) {
      portions.pollFirstEntry();
    }
  }

  Holds copy() {
    Holds copy = new Holds();
    copy.portions.putAll(portions);
    return copy;
  }

  private record Key(long expires, String decisionId) {}
}
