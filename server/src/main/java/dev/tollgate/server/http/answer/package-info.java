/**
 * Answers of the engine as JSON, one class for each shape, fields always in the same order. The
 * schemas in {@code openapi/schemas} describe the same shapes; a test holds them equal.
 */
@NullMarked
package dev.tollgate.server.http.answer;

import org.jspecify.annotations.NullMarked;
