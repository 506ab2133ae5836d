package dev.tollgate.grammar.tree;

/** What becomes of a part of a whole. */
public enum Rounding {
  /** Up: each begun group counts whole. */
  UP,

  /** Down: only full groups count. */
  DOWN,

  /** To nearest, halves up. */
  NEAREST,

  /** Not at all: a part costs its share. */
  PRO_RATA
}
