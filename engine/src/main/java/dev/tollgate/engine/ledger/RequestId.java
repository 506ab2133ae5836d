package dev.tollgate.engine.ledger;

/**
 * The caller's own name for a request, which makes a retry safe. Its scope is one account of one
 * product.
 *
 * @param fingerprint equal for requests that ask the same; a retry with another one is a conflict
 */
public record RequestId(String id, String fingerprint) {}
