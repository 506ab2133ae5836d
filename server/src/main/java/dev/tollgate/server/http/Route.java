package dev.tollgate.server.http;

import dev.tollgate.server.http.access.Access;
import dev.tollgate.server.http.exchange.Endpoint;
import java.util.List;

/**
 * What answers which requests.
 *
 * @param path with `{name}` for its parameters, as OpenAPI writes it
 * @param query names that its query may have; every other is refused, except where the method may
 *     be any: there the query belongs to the call
 */
record Route(Method method, String path, Access access, Endpoint endpoint, List<String> query) {

  static final String PRODUCT = "product";
  static final String FILE = "file";

  /** A route whose query may have no name. */
  Route(Method method, String path, Access access, Endpoint endpoint) {
    this(method, path, access, endpoint, List.of());
  }

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
