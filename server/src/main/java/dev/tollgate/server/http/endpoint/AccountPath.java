package dev.tollgate.server.http.endpoint;

import io.javalin.http.Context;

/** The account that a path names. */
record AccountPath(String product, String account) {

  static AccountPath of(Context context) {
    return new AccountPath(context.pathParam("product"), context.pathParam("account"));
  }
}
