package dev.tollgate.server.http.access;

import java.util.Set;

/** Who may use an endpoint. */
public enum Access {
  /** Everybody, without a token. */
  OPEN(Set.of()),
  /** Those who let calls happen. */
  DECIDE(Set.of(Role.DECIDE, Role.ADMIN)),
  /** Everybody with a token: it changes nothing. */
  ASK(Set.of(Role.DECIDE, Role.READ, Role.ADMIN)),
  /** Those who look at accounts. */
  READ(Set.of(Role.READ, Role.ADMIN)),
  /** Those who look at what is not of one product alone. */
  WHOLE_SERVICE(Set.of(Role.READ, Role.ADMIN)),
  /** Those who change accounts. */
  ADMIN(Set.of(Role.ADMIN));

  private final Set<Role> roles;

  Access(Set<Role> roles) {
    this.roles = roles;
  }

  /** The roles of which a caller needs one; empty when none is needed. */
  public Set<Role> roles() {
    return roles;
  }
}
