/**
 * What another policy means to the accounts that there are and to the calls that were made: counted
 * row by row as they are read, so that nothing but sums is kept of them. Reading files and writing
 * reports is for whoever asks.
 */
@NullMarked
package dev.tollgate.engine.impact;

import org.jspecify.annotations.NullMarked;
