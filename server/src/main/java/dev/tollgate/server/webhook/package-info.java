/**
 * Tells others of events over HTTP, signed, at least once and in order. It reads what is on record
 * and keeps no decision waiting.
 */
@NullMarked
package dev.tollgate.server.webhook;

import org.jspecify.annotations.NullMarked;
