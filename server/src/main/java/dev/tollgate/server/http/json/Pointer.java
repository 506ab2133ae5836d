package dev.tollgate.server.http.json;

import java.util.Optional;

/**
 * A place in a JSON text (RFC 6901): {@code /3/params/records}, or nothing for the whole.
 *
 * @param within the object or array that this is a member or an item of
 * @param step the member's name, or the item's index from 0
 */
public record Pointer(Optional<Pointer> within, String step) {

  public static final Pointer ROOT = new Pointer(Optional.empty(), "");

  /** The member of that name. */
  public Pointer member(String name) {
    return new Pointer(Optional.of(this), name);
  }

  /** The item at that index, from 0. */
  public Pointer item(int index) {
    return member(Integer.toString(index));
  }

  /** How it is written: {@code ~} as {@code ~0} and {@code /} as {@code ~1} within names. */
  public String text() {
    return within
        .map(outer -> outer.text() + "/" + step.replace("~", "~0").replace("/", "~1"))
        .orElse("");
  }

  @Override
  public String toString() {
    return text();
  }
}
