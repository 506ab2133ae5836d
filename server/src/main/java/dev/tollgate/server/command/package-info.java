/**
 * The command line, one class for each command. This is the only place that prints, exits and reads
 * the clock.
 */
@NullMarked
package dev.tollgate.server.command;

import org.jspecify.annotations.NullMarked;
