package dev.tollgate.grammar.tree;

/** What a figure of a test measures. */
public enum Measure {
  /** `allotment`. */
  ALLOTMENT,

  /** `included`: the allotment without add-ons. */
  INCLUDED,

  /** `limit`. */
  LIMIT,

  /** `used`. */
  USED,

  /** `remaining`. */
  REMAINING,

  /** `cost`. */
  COST,

  /** `beyond`: units above the limit that were let through. */
  BEYOND
}
