package dev.tollgate.engine.suite;

import dev.tollgate.engine.policy.Place;
import java.util.List;
import java.util.Optional;

/**
 * A clause of the policy and what it came to for the account of a test.
 *
 * @param at where the clause is written; empty for what no clause says
 * @param clause the author's line
 * @param values what the clause came to and, below that, what each part of it did: {@code 500 × 20
 *     users = 10_000}
 */
public record Reason(Optional<Place> at, String clause, List<String> values) {

  public Reason {
    values = List.copyOf(values);
  }
}
