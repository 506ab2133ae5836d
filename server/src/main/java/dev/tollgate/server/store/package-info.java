/**
 * Keeps what the service knows: accounts, counters, decisions, quotes. The engine decides in memory
 * and hands every change on; here it is written down, and read again at the next start.
 */
@NullMarked
package dev.tollgate.server.store;

import org.jspecify.annotations.NullMarked;
