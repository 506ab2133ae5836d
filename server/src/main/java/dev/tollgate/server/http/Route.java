package dev.tollgate.server.http;

import dev.tollgate.server.http.access.Access;
import dev.tollgate.server.http.exchange.Endpoint;

/**
 * What answers which requests.
 *
 * @param path with `{name}` for its parameters, as OpenAPI writes it
 */
record Route(Method method, String path, Access access, Endpoint endpoint) {

  static final String PRODUCT = "product";
  static final String FILE = "file";

  boolean namesProduct() {
    return path.contains("{" + PRODUCT + "}");
  }

  /**
   * The path as the web server writes it, which says of a parameter whether it may hold slashes.
   */
  String pattern() {
    return path.replace("{" + FILE + "}", "<" + FILE + ">");
  }
}
