package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Finds changes of amounts for each stretch of time and each name, and joins stretches and names of
 * which the same is to be said.
 *
 * @param subject what the changes belong to
 * @param account whose contract they are about; empty for everybody without one
 */
record Times(String subject, Change.Measure measure, Optional<String> account) {

  /** One stretch and what changes in it, by what is to be said: the names it is said of. */
  private record Found(Instant from, Map<List<Shift>, Set<String>> shifts) {}

  /**
   * Adds the changes.
   *
   * @param moments the first of each stretch, ascending; the first stretch has always been
   * @param shifts what changes for a name at a moment
   */
  void add(
      List<Instant> moments,
      Collection<String> names,
      BiFunction<String, Instant, List<Shift>> shifts,
      ChangeLog log) {
    try {
      List<Found> found = new ArrayList<>();
      for (Instant at : moments) {
        Map<List<Shift>, Set<String>> here = new LinkedHashMap<>();
        for (String name : names) {
          List<Shift> its = shifts.apply(name, at);
          if (!its.isEmpty()) {
            here.computeIfAbsent(its, unused -> new TreeSet<>()).add(name);
          }
        }
        if (found.isEmpty() || !found.get(found.size() - 1).shifts().equals(here)) {
          found.add(new Found(at, here));
        }
      }
      for (int i = 0; i < found.size(); i++) {
        Optional<Instant> from = i == 0 ? Optional.empty() : Optional.of(found.get(i).from());
        Optional<Instant> until =
            i + 1 == found.size() ? Optional.empty() : Optional.of(found.get(i + 1).from());
        Instant at = found.get(i).from();
        found
            .get(i)
            .shifts()
            .forEach(
                (its, whose) ->
                    log.add(
                        new Change.Amounts(
                            subject, measure, whose, account, from, until, at, its)));
      }
    } catch (Inexact inexact) {
      unclear(inexact, Optional.of(inexact.place()), log);
    } catch (TooFine | Region.TooManyBoxes tooFine) {
      unclear(tooFine, Optional.empty(), log);
    }
  }

  private void unclear(RuntimeException why, Optional<Place> place, ChangeLog log) {
    log.add(new Change.Unclear(subject, measure, account, why.getMessage(), place));
  }
}
