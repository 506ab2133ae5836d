package dev.tollgate.server.http.access;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param role what the token allows; empty for somebody without a token where one is needed
 * @param product the one product that the token is for; empty for all
 */
public record Caller(Optional<Role> role, Optional<String> product) {

  /** Whoever reaches a service that needs no token. */
  public static final Caller TRUSTED = new Caller(Optional.of(Role.ADMIN), Optional.empty());

  /** Somebody without a token. */
  public static final Caller NOBODY = new Caller(Optional.empty(), Optional.empty());

  /** Whether the token covers a product; it need not exist. */
  public boolean covers(String name) {
    return product.map(name::equals).orElse(true);
  }

  /** Whether the caller may use what has this access. */
  public boolean may(Access access) {
    return access == Access.OPEN
        || (role.map(access.roles()::contains).orElse(false)
            && (product.isEmpty() || access != Access.WHOLE_SERVICE));
  }
}
