package dev.tollgate.engine.policy;

/**
 * One cost line. Of the lines of a table the first that matches a call decides.
 *
 * @param text as the author wrote it, on one line, for receipts
 */
public record CallCost(CallSet calls, Condition when, Cost cost, String text, Place place) {}
