package dev.tollgate.engine.coverage;

/** What sort of behaviour an item is. */
public enum ItemKind {
  /** An `allot` line, for an account of its editions. */
  ALLOTMENT,
  /** One side of a cap: an account that it holds down, or one that it does not. */
  CAP,
  /** A line of costs. */
  COST,
  /** A parameter at the end of a band, or one above it. */
  BAND_EDGE,
  /** A parameter at the end of a group, one below or one above it. */
  GROUP_EDGE,
  /** An amount at the end of a slab, one below or one above it; a size that is sold. */
  SLAB_EDGE,
  /** The last moment before the terms of a version change, or the first one after. */
  VERSION_CHANGE,
  /** A line of a rule that adds or sets. */
  RULE,
  /** The last moment before a rule or a contract begins or ends, or the first one after. */
  DATE,
  /** What an add-on does to a quota. */
  ADD_ON,
  /** An allotment that a contract states. */
  CONTRACT,
  /** One side of grandfathering: the old amount wins, or the new one. */
  GRANDFATHERING,
  /** A level at which an answer warns. */
  WARNING,
  /** What happens when a quota is used up. */
  DENIAL
}
