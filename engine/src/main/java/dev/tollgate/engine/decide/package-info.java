/**
 * Decides whether a call has room, what it consumes and why. This is the path every call takes, so
 * it looks up what was prepared and computes little.
 */
@NullMarked
package dev.tollgate.engine.decide;

import org.jspecify.annotations.NullMarked;
