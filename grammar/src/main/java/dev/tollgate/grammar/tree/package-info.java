/**
 * The text of a rule file as a tree of sealed records, each with the span it was read from. It
 * repeats what the author wrote and judges nothing.
 */
@NullMarked
package dev.tollgate.grammar.tree;

import org.jspecify.annotations.NullMarked;
