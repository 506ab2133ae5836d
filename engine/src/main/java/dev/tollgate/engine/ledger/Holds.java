package dev.tollgate.engine.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The portions of one counter that count only until a moment, unless they are committed before. */
final class Holds {

  private static final Comparator<Key> EARLIEST_FIRST =
      Comparator.comparingLong(Key::expires).thenComparing(Key::decisionId);

  /** Without holds, as most counters are, no map of its own. */
  private static final NavigableMap<Key, Portion> NONE = Collections.emptyNavigableMap();

  private NavigableMap<Key, Portion> portions = NONE;

  static Holds unpack(Unpacking from) {
    Holds holds = new Holds();
    for (Portion portion : from.list(PackedTerms::readPortion)) {
      holds.add(from.number(), portion);
    }
    return holds;
  }

  void pack(Packing to) {
    to.list(all(), PackedTerms::portion);
    portions.keySet().forEach(key -> to.number(key.expires()));
  }

  boolean isEmpty() {
    return portions.isEmpty();
  }

  /** The earliest moment at which one expires; empty when there is none. */
  OptionalLong firstExpiry() {
    return portions.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(portions.firstKey().expires());
  }

  /** All of them, the earliest to expire first. */
  List<Portion> all() {
    return portions.isEmpty() ? List.of() : List.copyOf(portions.values());
  }

  void add(long expires, Portion portion) {
    portions = isEmpty() ? new TreeMap<>(EARLIEST_FIRST) : portions;
    portions.merge(new Key(expires, portion.decisionId()), portion, Portion::with);
  }

  /**
   * Takes the hold of a decision out, so that it does not expire any more; whether there was one.
   */
  boolean remove(long expires, String decisionId) {
    return !isEmpty() && portions.keySet().remove(new Key(expires, decisionId));
  }

  /** Those that expire until {@code now}, the earliest first; without changing anything. */
  List<Portion> expiredBy(long now) {
    if (isEmpty() || portions.firstKey().expires() > now) {
      return List.of();
    }
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
    portions = portions.isEmpty() ? NONE : portions;
  }

  Holds copy() {
    Holds copy = new Holds();
    copy.portions = isEmpty() ? NONE : new TreeMap<>(portions);
    return copy;
  }

  private record Key(long expires, String decisionId) {}
}
