/**
 * Bytes on disk: one SQLite database, a log of everything that changed in it, and a mark of how far
 * callers were told. It knows nothing of what the bytes mean.
 */
@NullMarked
package dev.tollgate.server.store.disk;

import org.jspecify.annotations.NullMarked;
