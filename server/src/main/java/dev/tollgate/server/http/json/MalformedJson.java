package dev.tollgate.server.http.json;

import java.util.Optional;

/** A body that is not JSON, or that says one thing twice. The message says where. */
public final class MalformedJson extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;
  private final transient Optional<Pointer> at;

  private MalformedJson(String code, Optional<Pointer> at, String message) {
    super(message);
    this.code = code;
    this.at = at;
  }

  static MalformedJson notJson(String message) {
    return new MalformedJson("not-json", Optional.empty(), message);
  }

  static MalformedJson doubledField(String name, Pointer at) {
    String message = "`" + name + "` stands twice in one object: " + at;
    return new MalformedJson("doubled-field", Optional.of(at), message);
  }

  /** Where it is wrong; empty where no place in a value can be told. */
  public Optional<Pointer> at() {
    return at;
  }

  /** {@code not-json} or {@code doubled-field}. */
  public String code() {
    return code;
  }
}
