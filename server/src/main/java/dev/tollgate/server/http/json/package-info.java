/**
 * JSON as the service reads and writes it: bytes to a checked tree, trees to values with a pointer
 * to whatever is wrong, and the one form that two equal requests share. It knows nothing of
 * policies or of HTTP.
 */
@NullMarked
package dev.tollgate.server.http.json;

import org.jspecify.annotations.NullMarked;
