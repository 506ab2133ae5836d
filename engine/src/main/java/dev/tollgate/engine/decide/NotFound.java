package dev.tollgate.engine.decide;

import java.time.Instant;
import java.util.Optional;

/** A product, an account or a decision that does not exist. */
public final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String name;
  private final transient Optional<String> nearest;

  public NotFound(String kind, String name, Optional<String> nearest) {
    this(kind, name, nearest, "there is no " + kind + " `" + name + "`");
  }

  private NotFound(String kind, String name, Optional<String> nearest, String message) {
    super(message);
    this.kind = kind;
    this.name = name;
    this.nearest = nearest;
  }

  /** An account of which nothing is stored, at a moment or at all. */
  static NotFound account(String id, Instant at, Optional<Account> stored) {
    String message =
        stored.isPresent()
            ? "there was no account `" + id + "` at " + at + " yet"
            : "there is no account `" + id + "`";
    return new NotFound("account", id, Optional.empty(), message);
  }

  /** What does not exist: {@code product}, {@code account}, {@code decision}, {@code add-on}. */
  public String kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  /** A known name that may have been meant. */
  public Optional<String> nearest() {
    return nearest;
  }
}
