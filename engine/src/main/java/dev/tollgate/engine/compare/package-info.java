/**
 * Compares exactly, for all values at once, what two conditions, expressions or policies come to.
 * No value is sampled: conditions are unions of boxes, functions are piecewise linear, and a
 * difference comes with an example.
 */
@NullMarked
package dev.tollgate.engine.compare;

import org.jspecify.annotations.NullMarked;
