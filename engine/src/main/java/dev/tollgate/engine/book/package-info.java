/**
 * What is written down for people: usage, money and events by account and day. It is booked as it
 * happens and only added up later, so that no later price or policy changes what was.
 */
@NullMarked
package dev.tollgate.engine.book;

import org.jspecify.annotations.NullMarked;
