package dev.tollgate.engine.policy;

/**
 * Something a condition may ask about: one coordinate of the space in which conditions are unions
 * of boxes.
 *
 * @param kind where the value comes from
 * @param name name within its kind; empty for the kinds that have only one
 * @param number whether its values are numbers rather than words
 */
public record Attribute(Kind kind, String name, boolean number) {

  public static final Attribute EDITION = new Attribute(Kind.EDITION, "", false);
  public static final Attribute SIGNED_UP = new Attribute(Kind.SIGNED_UP, "", true);
  public static final Attribute CHANNEL = new Attribute(Kind.CHANNEL, "", false);

  /** Where the value of an attribute comes from. */
  public enum Kind {
    EDITION,
    SIGNED_UP,
    SEAT,
    FACT,
    /** The amount of an add-on that is held, in steps of its unit. */
    ADD_ON,
    PARAMETER,
    KEY,
    CHANNEL;

    /** Whether the value is part of the account's profile, and so known before any call. */
    public boolean ofProfile() {
      return this == EDITION || this == SIGNED_UP || this == SEAT || this == FACT;
    }
  }

  public static Attribute seat(String name) {
    return new Attribute(Kind.SEAT, name, true);
  }

  public static Attribute fact(String name, boolean number) {
    return new Attribute(Kind.FACT, name, number);
  }

  public static Attribute parameter(String name, boolean number) {
    return new Attribute(Kind.PARAMETER, name, number);
  }

  public static Attribute key(String name) {
    return new Attribute(Kind.KEY, name, false);
  }

  /** The word a policy author uses: {@code signed up}, {@code edition}, or the name. */
  @Override
  public String toString() {
    if (!name.isEmpty()) {
      return name;
    }
    return kind == Kind.SIGNED_UP ? "signed up" : kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
