package dev.tollgate.engine.impact;

import dev.tollgate.engine.decide.CallRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that was made.
 *
 * @param line where it stands in the log
 * @param at when it came
 * @param end when it ended, at or after {@code at}; empty where nobody says, and then quotas on
 *     calls in flight do not count it
 */
public record LoggedCall(long line, Instant at, CallRequest request, Optional<Instant> end) {}
