package dev.tollgate.server.http.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the holder of a token may do. */
public enum Role {
  /** Ask for decisions, and report how the calls ended. */
  DECIDE,
  /** Look at accounts, the policy and the metrics; ask what consumes nothing. */
  READ,
  /** Everything; alone in changing accounts. */
  ADMIN;

  /** The word in a tokens file and in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
