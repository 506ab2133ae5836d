package dev.tollgate.server.http.access;

import java.util.List;
import java.util.Optional;

/** The tokens that a service knows. Immutable. */
public final class Tokens {

  private final List<Token> tokens;

  Tokens(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /** Whom a secret stands for; looks at every token, so that time says nothing about which. */
  public Optional<Caller> caller(String secret) {
    byte[] presented = Token.hash(secret);
    Optional<Caller> found = Optional.empty();
    for (Token token : tokens) {
      if (token.matches(presented)) {
        found = Optional.of(token.caller());
      }
    }
    return found;
  }
}
