package dev.tollgate.engine.decide;

/** Whom a request is about. */
public sealed interface Asker {

  /** An account that the service knows. */
  record Stored(String account) implements Asker {}

  /** A profile stated in the request itself; it has used nothing yet. */
  record Inline(StatedProfile profile) implements Asker {}

  static Asker stored(String account) {
    return new Stored(account);
  }

  static Asker inline(StatedProfile profile) {
    return new Inline(profile);
  }
}
