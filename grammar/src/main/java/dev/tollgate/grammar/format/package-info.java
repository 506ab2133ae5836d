/**
 * The one canonical layout of a rule file. Formatting never changes what a file means, and a second
 * time changes nothing.
 */
@NullMarked
package dev.tollgate.grammar.format;

import org.jspecify.annotations.NullMarked;
