package dev.tollgate.grammar.parse;

/** Reads one family of the tree from the parser's contexts, an alternative of the grammar each. */
abstract class TreeReader<T> extends TollBaseVisitor<T> {

  /** An alternative without its own method would be read as nothing: that must not go unseen. */
  @Override
  protected final T defaultResult() {
    throw new IllegalStateException(getClass().getSimpleName() + " does not read this alternative");
  }
}
