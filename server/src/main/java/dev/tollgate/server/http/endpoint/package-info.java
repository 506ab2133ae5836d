/**
 * The endpoints, each in a class of its own. They turn a request into one question to the engine
 * and its answer into JSON; {@link dev.tollgate.server.http.Routes} says where each is found.
 */
@NullMarked
package dev.tollgate.server.http.endpoint;

import org.jspecify.annotations.NullMarked;
