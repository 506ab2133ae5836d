package dev.tollgate.engine.policy;

import java.util.Set;

/**
 * Which calls a clause is about.
 *
 * @param declared declared calls, by name
 * @param undeclared whether calls that nobody declared belong to it as well
 */
public record CallSet(Set<String> declared, boolean undeclared) {

  public CallSet {
    declared = Set.copyOf(declared);
  }

  /**
   * Whether a call belongs to the set.
   *
   * @param isDeclared whether the product declares a call of that name
   */
  public boolean contains(String call, boolean isDeclared) {
    return isDeclared ? declared.contains(call) : undeclared;
  }
}
