/**
 * Reads text into a tree and says what is wrong with it; a damaged file still gives a tree of its
 * sound parts. Nothing outside this package knows how the parser is made.
 */
@NullMarked
package dev.tollgate.grammar.parse;

import org.jspecify.annotations.NullMarked;
