/**
 * Writes values as few bytes and reads them again. What the bytes of a value mean is said beside
 * that value; here is only what they are made of.
 */
@NullMarked
package dev.tollgate.engine.pack;

import org.jspecify.annotations.NullMarked;
