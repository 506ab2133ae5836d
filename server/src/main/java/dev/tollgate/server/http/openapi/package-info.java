/**
 * The OpenAPI document that the service serves. It is written by hand, a file for each path and
 * each schema, and put together here; a test holds it and the service equal.
 */
@NullMarked
package dev.tollgate.server.http.openapi;

import org.jspecify.annotations.NullMarked;
