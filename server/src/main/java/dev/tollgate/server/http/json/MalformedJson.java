package dev.tollgate.server.http.json;

/** A body that is not JSON, or that says one thing twice. The message says where. */
public final class MalformedJson extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;

  MalformedJson(String code, String message) {
    super(message);
    this.code = code;
  }

  /** {@code not-json} or {@code doubled-field}. */
  public String code() {
    return code;
  }
}
