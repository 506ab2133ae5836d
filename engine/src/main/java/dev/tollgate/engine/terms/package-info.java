/**
 * Answers which terms apply to an account at a moment, what they come to, and who said so. Rules
 * select, here and nowhere else; sums, caps and limits are plain arithmetic beside them.
 */
@NullMarked
package dev.tollgate.engine.terms;

import org.jspecify.annotations.NullMarked;
