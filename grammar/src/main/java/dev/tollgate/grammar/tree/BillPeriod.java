package dev.tollgate.grammar.tree;

/** What an add-on's price is for. */
public enum BillPeriod {
  /** A day. */
  DAY,

  /** A month. */
  MONTH
}
