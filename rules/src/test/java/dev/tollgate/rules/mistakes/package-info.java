/**
 * A study of the mistakes that authors make in rule files: each is made, one at a time, in the
 * files of this module. How many are found before anything runs, and whether at the right place, is
 * asserted and written to a table.
 */
@NullMarked
package dev.tollgate.rules.mistakes;

import org.jspecify.annotations.NullMarked;
