/**
 * Remembers what was consumed and when, what is held, and which requests were answered. It never
 * stores what remains, so a changed limit needs no migration.
 */
@NullMarked
package dev.tollgate.engine.ledger;

import org.jspecify.annotations.NullMarked;
