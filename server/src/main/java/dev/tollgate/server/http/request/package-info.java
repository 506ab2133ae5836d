/**
 * Requests from JSON to what the engine is asked, one class for each shape. A reader says
 * everything that is wrong with the shape, with a pointer; whether the names exist, the engine
 * says.
 */
@NullMarked
package dev.tollgate.server.http.request;

import org.jspecify.annotations.NullMarked;
