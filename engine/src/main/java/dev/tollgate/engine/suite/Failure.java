package dev.tollgate.engine.suite;

import dev.tollgate.engine.policy.Place;
import java.util.List;

/**
 * An expectation that was not met.
 *
 * @param place of the expectation, or of the step where it is the step that went wrong
 * @param expected in the words of the language: {@code allotment 500_000}
 * @param actual in the same words: {@code allotment 510_000}
 * @param receipt the clauses of the policy that led to the actual answer, with what each came to
 */
public record Failure(Place place, String expected, String actual, List<Reason> receipt) {

  public Failure {
    receipt = List.copyOf(receipt);
  }
}
