/**
 * Turns trees into a policy through an ordered list of stages, one class for each check. A policy
 * with errors never comes out; the diagnostics do.
 */
@NullMarked
package dev.tollgate.engine.compile;

import org.jspecify.annotations.NullMarked;
