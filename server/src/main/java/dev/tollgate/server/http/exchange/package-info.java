/**
 * One request and its response: bodies within bounds, queries, arrays of requests. Endpoints use it
 * so that each of them says only what it is about.
 */
@NullMarked
package dev.tollgate.server.http.exchange;

import org.jspecify.annotations.NullMarked;
