package dev.tollgate.server.http;

/** How a route is asked. */
enum Method {
  GET,
  POST,
  PUT,
  DELETE,
  /** Whatever the method is, standard or not. */
  ANY
}
