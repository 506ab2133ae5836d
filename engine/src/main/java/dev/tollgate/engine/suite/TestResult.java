package dev.tollgate.engine.suite;

import dev.tollgate.engine.policy.Place;
import java.util.Optional;

/**
 * What became of one test of the rule files.
 *
 * @param target the product or quota it is for: {@code crm}, {@code crm.credits}
 * @param name its title
 * @param place where the title stands
 * @param failure the first expectation that was not met; empty when the test passed
 */
public record TestResult(String target, String name, Place place, Optional<Failure> failure) {

  public boolean passed() {
    return failure.isEmpty();
  }
}
