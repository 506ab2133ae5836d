package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
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

  /** Most counters have none, and share these. */
  static final Holds NONE = new Holds(Collections.emptyNavigableMap());

  private final NavigableMap<Key, Portion> portions;

  private Holds(NavigableMap<Key, Portion> portions) {
    this.portions = portions;
  }

  static Holds unpack(Unpacking from) {
    Holds holds = NONE;
    for (Portion portion : from.list(PackedTerms::readPortion)) {
      holds = holds.with(from.number(), portion);
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

  /** These, or new ones where there are none, with one more. */
  Holds with(long expires, Portion portion) {
    Holds holds = isEmpty() ? new Holds(new TreeMap<>(EARLIEST_FIRST)) : this;
    holds.portions.merge(new Key(expires, portion.decisionId()), portion, Portion::with);
    return holds;
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
  }

  Holds copy() {
    return isEmpty() ? NONE : new Holds(new TreeMap<>(portions));
  }

  private record Key(long expires, String decisionId) {}
}
