/**
 * Reads tables from files and streams of any length, a row at a time: CSV with a header, or one
 * JSON object a line. What rows mean is for whoever asks.
 */
@NullMarked
package dev.tollgate.server.table;

import org.jspecify.annotations.NullMarked;
