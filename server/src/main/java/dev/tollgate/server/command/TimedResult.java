package dev.tollgate.server.command;

import dev.tollgate.engine.suite.TestResult;
import java.time.Duration;

/**
 * What became of a test, and how long it took.
 *
 * @param took to the millisecond
 */
record TimedResult(TestResult result, Duration took) {}
