package dev.tollgate.engine.decide;

import java.util.List;
import java.util.stream.Collectors;

/** A request that nobody could answer. It is thrown before anything has been counted. */
public final class InvalidRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems everything that is wrong, in the order of the request; at least one
   */
  public InvalidRequest(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.pointer() + ": " + problem.message())
            .collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
