/**
 * What can be said about a text: a code that never changes meaning, a place, one line of fact. Here
 * too is how it is printed, with the author's own line below it.
 */
@NullMarked
package dev.tollgate.grammar.diagnostic;

import org.jspecify.annotations.NullMarked;
