/**
 * The checked and immutable model of what the rule files say. Whatever is here is complete and
 * consistent, so nothing that uses it needs to check again.
 */
@NullMarked
package dev.tollgate.engine.policy;

import org.jspecify.annotations.NullMarked;
