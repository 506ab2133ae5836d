/**
 * The decision service over HTTP, one class for each endpoint. It reads requests and writes
 * answers; what the answer is, the engine says.
 */
@NullMarked
package dev.tollgate.server.http;

import org.jspecify.annotations.NullMarked;
