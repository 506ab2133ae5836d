/**
 * The entrance: from a folder of rule files to a policy that answers questions. Every caller
 * outside the engine starts here.
 */
@NullMarked
package dev.tollgate.engine;

import org.jspecify.annotations.NullMarked;
