package dev.tollgate.server.http.json;

import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what is wrong with a request, in its order; after {@link #MOST} it stops listening. One
 * request's own, not thread safe.
 */
public final class Problems {

  /** The most that one answer lists. */
  public static final int MOST = 100;

  private final List<Problem> found = new ArrayList<>();

  /** Adds one. */
  public void add(Pointer at, String code, String message) {
    add(new Problem(at.text(), code, message, Optional.empty()));
  }

  /** Adds one. */
  public void add(Problem problem) {
    if (found.size() < MOST) {
      found.add(problem);
    }
  }

  /** Ends the request if anything was added. */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidRequest(found);
    }
  }
}
