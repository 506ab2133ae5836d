/**
 * What costs how much, each beside something well known in the same run. Nothing here is part of
 * the program or of its tests.
 */
@NullMarked
package dev.tollgate.bench;

import org.jspecify.annotations.NullMarked;
