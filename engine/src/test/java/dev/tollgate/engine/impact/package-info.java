/** Tests of what another policy means to accounts and calls. Policies are those of texts. */
@org.jspecify.annotations.NullMarked
package dev.tollgate.engine.impact;
