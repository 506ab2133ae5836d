package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects everything that is wrong with one request. */
public final class Problems {

  private static final int MOST_LISTED = 20;

  /** Most requests have none. */
  private List<Problem> found = List.of();

  public void add(String pointer, String code, String message) {
    add(Problem.of(pointer, code, message));
  }

  /** Keeps a problem once, however many quotas meet it. */
  void add(Problem problem) {
    if (!found.contains(problem)) {
      found = found.isEmpty() ? new ArrayList<>() : found;
      found.add(problem);
    }
  }

  /** Something that is not there; what is there but wrong is not missing as well. */
  void missing(String pointer, String what, String message) {
    if (found.stream().noneMatch(problem -> problem.pointer().equals(pointer))) {
      add(pointer, "missing-" + what, message);
    }
  }

  /** A name that nobody declared: {@code unknown-edition} with the name that was meant. */
  public void unknown(
      String pointer, String kind, String name, String in, Collection<String> known) {
    Optional<String> nearest = NearestName.of(name, known);
    String hint = nearest.map(meant -> "did you mean `" + meant + "`?").orElse(listed(known));
    String code = "unknown-" + kind.replace(' ', '-');
    String message =
        "`" + name + "` is no " + kind + " of " + in + (hint.isEmpty() ? "" : "; " + hint);
    add(new Problem(pointer, code, message, nearest));
  }

  /** Where no name is near, all of them help, unless they are too many to read. */
  private static String listed(Collection<String> known) {
    if (known.isEmpty()) {
      return "it has none";
    }
    return known.size() > MOST_LISTED ? "" : "known are " + String.join(", ", known);
  }

  boolean none() {
    return found.isEmpty();
  }

  List<Problem> all() {
    return List.copyOf(found);
  }

  /**
   * @throws InvalidRequest if anything is wrong
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidRequest(found);
    }
  }

  /** The pointer to a member: {@code /params} and {@code a/b} make {@code /params/a~1b}. */
  static String pointer(String parent, String member) {
    return parent + "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
