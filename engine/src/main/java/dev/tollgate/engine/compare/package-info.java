/**
 * Compares exactly, for all values at once, what two expressions or two policies come to. No value
 * is sampled: the functions are piecewise linear, and a difference comes with an example.
 */
@NullMarked
package dev.tollgate.engine.compare;

import org.jspecify.annotations.NullMarked;
