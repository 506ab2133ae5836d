package dev.tollgate.engine.decide;

/**
 * A fact that nobody stated, and the value the policy says to assume.
 *
 * @param value as the policy's author would write it
 */
public record Assumed(String fact, String value) {}
