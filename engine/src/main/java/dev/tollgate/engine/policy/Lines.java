package dev.tollgate.engine.policy;

import java.util.HashMap;
import java.util.Map;

/**
 * Where lines are written that have no record of their own: {@code window} of a quota, {@code from}
 * of a rule, {@code most} of an add-on.
 *
 * @param places by the place of the clause they stand in, and by the word they begin with
 */
public record Lines(Map<Place, Map<String, Place>> places) {

  public static final Lines NONE = new Lines(Map.of());

  public Lines {
    Map<Place, Map<String, Place>> copy = new HashMap<>();
    places.forEach((clause, lines) -> copy.put(clause, Map.copyOf(lines)));
    places = Map.copyOf(copy);
  }

  /** The first line of a clause that begins with a word; the clause itself where there is none. */
  public Place of(Place clause, String word) {
    return places.getOrDefault(clause, Map.of()).getOrDefault(word, clause);
  }
}
