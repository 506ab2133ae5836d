/**
 * Runs the tests that stand in the rule files. Each starts from an empty ledger and takes its time
 * from its own text.
 */
@NullMarked
package dev.tollgate.engine.suite;

import org.jspecify.annotations.NullMarked;
