package dev.tollgate.engine.decide;

import java.util.Optional;

/** A product, an account or a decision that does not exist. */
public final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String name;
  private final transient Optional<String> nearest;

  public NotFound(String kind, String name, Optional<String> nearest) {
    super("there is no " + kind + " `" + name + "`");
    this.kind = kind;
    this.name = name;
    this.nearest = nearest;
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
