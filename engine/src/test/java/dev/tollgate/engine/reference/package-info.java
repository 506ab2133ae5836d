/**
 * A second, plain reading of the language, straight from the tree and without the compiler, Drools
 * or the ledger. Random policies and traffic must get the same answers from it and from the engine.
 */
@NullMarked
package dev.tollgate.engine.reference;

import org.jspecify.annotations.NullMarked;
