package dev.tollgate.server.clock;

import java.time.Instant;

/**
 * Both of the service's times at one moment, to go on from after a restart.
 *
 * @param wall in whole milliseconds
 * @param drift wall time minus steady time, in milliseconds
 */
public record ClockReading(Instant wall, long drift) {}
