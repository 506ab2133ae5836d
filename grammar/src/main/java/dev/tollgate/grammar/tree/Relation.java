package dev.tollgate.grammar.tree;

/** How a value stands to another. */
public enum Relation {
  /** `is`. */
  IS,

  /** `is not`. */
  IS_NOT,

  /** `>=`, `at least`. */
  AT_LEAST,

  /** `<=`, `at most`. */
  AT_MOST,

  /** `>`, `above`. */
  ABOVE,

  /** `<`, `below`. */
  BELOW,

  /** `from`, of dates: on or after. */
  FROM,

  /** `through`, of dates: on or before. */
  THROUGH,

  /** `before` and `until`, of dates. */
  BEFORE,

  /** `after`, of dates: from the next day. */
  AFTER
}
