package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.SourceText;
import java.util.List;
import java.util.Set;

/**
 * What one file says, clause by clause, nothing resolved. A clause that could not be read is left
 * out; every word in it is in {@code damaged}.
 *
 * @param declarations in the order of the file
 * @param accepts all of the file, in its order
 * @param damaged words and texts of clauses that could not be read, each with its dotted forms as
 *     written, and the names and titles of the blocks they stand in. A name among them may have
 *     been declared or mentioned there: nothing should be said about its being unknown, unused or
 *     without a line.
 * @param unread the words with which the clauses and headers begin that could not be read
 * @param breaksOff whether the file ends inside of a block, or could not be read at all: what it
 *     lacks may have stood behind its end
 */
public record SourceTree(
    SourceText source,
    List<Declaration> declarations,
    List<Accept> accepts,
    Set<String> damaged,
    Set<String> unread,
    boolean breaksOff) {
  public SourceTree {
    declarations = List.copyOf(declarations);
    accepts = List.copyOf(accepts);
    damaged = Set.copyOf(damaged);
    unread = Set.copyOf(unread);
  }

  /** Whether the name stands in a clause that could not be read. */
  public boolean isDamaged(String name) {
    return damaged.contains(name);
  }

  /**
   * Whether both say the same: of {@code base 5000} and {@code base 5_000} in another line and
   * behind other blanks this is so, of {@code 5_000} and {@code 5_001} it is not. Comments say
   * nothing.
   */
  public boolean saysTheSameAs(SourceTree other) {
    return TreeComparison.same(this, other);
  }
}
