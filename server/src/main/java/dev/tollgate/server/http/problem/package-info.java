/**
 * Problem documents (RFC 9457): whatever goes wrong, a caller is told in this one form. No other
 * package decides which status a fault has.
 */
@NullMarked
package dev.tollgate.server.http.problem;

import org.jspecify.annotations.NullMarked;
