/**
 * Answers which terms apply to an account at a moment, and who said so. Rule selection happens here
 * and nowhere else; sums and limits are computed elsewhere.
 */
@NullMarked
package dev.tollgate.engine.terms;

import org.jspecify.annotations.NullMarked;
