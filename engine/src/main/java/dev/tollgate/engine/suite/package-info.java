/**
 * Runs the tests that stand in the rule files, on the same decider and ledger as the service. Each
 * starts with an empty ledger and takes its time from its own text.
 */
@NullMarked
package dev.tollgate.engine.suite;

import org.jspecify.annotations.NullMarked;
