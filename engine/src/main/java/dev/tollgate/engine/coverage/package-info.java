/**
 * What a policy says, piece by piece, and whether its tests exercise it. It watches tests alone: a
 * service neither makes nor meets any of this.
 */
@NullMarked
package dev.tollgate.engine.coverage;

import org.jspecify.annotations.NullMarked;
