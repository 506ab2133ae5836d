package dev.tollgate.engine.coverage;

import java.util.Optional;

/** Runs a test that nobody has written. */
@FunctionalInterface
public interface Trial {

  /**
   * What is so where the draft expects something, in the words of the language; empty when the test
   * goes wrong before that.
   */
  Optional<String> actual(Draft draft);
}
