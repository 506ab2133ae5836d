package dev.tollgate.engine.policy;

import java.util.List;

/**
 * Whose counter a quota uses.
 *
 * @param perAccount whether each account has its own; otherwise all accounts share
 * @param keys declared keys whose values each have a counter of their own, in order of the text
 */
public record Scope(boolean perAccount, List<String> keys) {

  public static final Scope ACCOUNT = new Scope(true, List.of());

  public Scope {
    keys = List.copyOf(keys);
  }
}
