package dev.tollgate.server.http.json;

/**
 * A place in a JSON text (RFC 6901): {@code /3/params/records}, or nothing for the whole.
 *
 * @param text with {@code ~} written {@code ~0} and {@code /} written {@code ~1} within names
 */
public record Pointer(String text) {

  public static final Pointer ROOT = new Pointer("");

  /** The member of that name. */
  public Pointer member(String name) {
    return new Pointer(text + "/" + name.replace("~", "~0").replace("/", "~1"));
  }

  /** The item at that index, from 0. */
  public Pointer item(int index) {
    return new Pointer(text + "/" + index);
  }

  @Override
  public String toString() {
    return text;
  }
}
