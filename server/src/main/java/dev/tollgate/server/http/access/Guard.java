package dev.tollgate.server.http.access;

import dev.tollgate.server.http.problem.Refused;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** Finds out who asks, and sends away whoever may not. Thread safe. */
public final class Guard {

  private static final String SCHEME = "bearer ";

  private final Optional<Tokens> tokens;

  /** A guard that knows these tokens; without any, everybody is trusted. */
  public Guard(Optional<Tokens> tokens) {
    this.tokens = tokens;
  }

  /**
   * The caller of a request.
   *
   * @throws Refused with 401 or 403 if they may not do this
   */
  public Caller admit(Context context, Access access) {
    if (tokens.isEmpty()) {
      return Caller.TRUSTED;
    }
    Optional<Caller> known = secret(context).flatMap(tokens.get()::caller);
    if (known.isEmpty() && access != Access.OPEN) {
      throw Refused.unknownCaller("this service asks for a known token: Authorization: Bearer …");
    }
    Caller caller = known.orElse(Caller.NOBODY);
    if (!caller.may(access)) {
      throw Refused.notAllowed("the token's role or product does not reach as far as this");
    }
    return caller;
  }

  /**
   * Lets a caller go on with a product.
   *
   * @throws Refused with 403 if their token is for another one
   */
  public static void admit(Caller caller, String product) {
    if (!caller.covers(product)) {
      throw Refused.notAllowed("the token is for another product than `" + product + "`");
    }
  }

  private static Optional<String> secret(Context context) {
    return Optional.ofNullable(context.header("Authorization"))
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(value -> value.substring(SCHEME.length()).strip());
  }
}
