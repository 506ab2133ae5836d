package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.policy.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Collects what an answer rests on, clause by clause in the order in which they were first met.
 *
 * <p>Worked example: {@code allot standard base 5_000 + 250 per user} with 3 users has the values
 * {@code 5_000 + 250 × 3 users, edition standard = 5_750}, {@code 5_000} and {@code 250 × 3 users =
 * 750}.
 */
final class Reasons {

  private static final String INDENT = "  ";

  private final Function<Place, String> clauses;
  private final Map<Optional<Place>, Set<String>> values = new LinkedHashMap<>();

  /**
   * @param clauses the author's line at a place
   */
  Reasons(Function<Place, String> clauses) {
    this.clauses = clauses;
  }

  /** A line of the answer itself, such as how the cost of a call came about. */
  void add(Because because) {
    at(because.at()).add(because.text());
  }

  /** A line of the terms, with its parts. */
  void add(Explanation.Part part) {
    Set<String> ofClause = at(part.at());
    ofClause.add(value(part));
    if (part.terms().size() > 1) {
      part.terms().forEach(term -> ofClause.add(INDENT + value(term)));
    }
  }

  List<Reason> all() {
    List<Reason> reasons = new ArrayList<>();
    values.forEach(
        (at, ofClause) ->
            reasons.add(new Reason(at, at.map(clauses).orElse(""), List.copyOf(ofClause))));
    return reasons;
  }

  /** Clauses on one line are one clause to the reader. */
  private Set<String> at(Optional<Place> place) {
    Optional<Place> known =
        values.keySet().stream()
            .filter(other -> isSameLine(other, place))
            .findFirst()
            .orElse(place);
    return values.computeIfAbsent(known, any -> new LinkedHashSet<>());
  }

  private static boolean isSameLine(Optional<Place> left, Optional<Place> right) {
    return left.map(Place::toString).equals(right.map(Place::toString));
  }

  private static String value(Explanation.Part part) {
    String amount = part.amount().map(Wording::number).orElse("");
    return amount.isEmpty() || amount.equals(part.text())
        ? part.text()
        : part.text() + " = " + amount;
  }
}
