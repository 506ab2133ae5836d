/**
 * The gate for proxies: a call as an address, its answer as a status and header fields. It asks and
 * counts exactly as consume does.
 */
@NullMarked
package dev.tollgate.server.http.gate;

import org.jspecify.annotations.NullMarked;
