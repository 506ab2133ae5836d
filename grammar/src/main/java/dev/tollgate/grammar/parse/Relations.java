package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Relation;

/** Which relation a sign or a word of a comparison means. */
final class Relations {

  private Relations() {}

  static Relation of(TollParser.RelationContext context) {
    if (context.relationSign() != null) {
      return of(context.relationSign());
    }
    return switch (context.getStop().getType()) {
      case TollParser.UNEQUAL -> Relation.IS_NOT;
      case TollParser.LEAST -> Relation.AT_LEAST;
      case TollParser.MOST -> Relation.AT_MOST;
      case TollParser.ABOVE -> Relation.ABOVE;
      case TollParser.BELOW -> Relation.BELOW;
      case TollParser.FROM -> Relation.FROM;
      case TollParser.THROUGH -> Relation.THROUGH;
      case TollParser.UNTIL, TollParser.BEFORE -> Relation.BEFORE;
      case TollParser.AFTER -> Relation.AFTER;
      default ->
          throw new IllegalStateException("a relation of no known kind: " + context.getText());
    };
  }

  static Relation of(TollParser.RelationSignContext context) {
    return switch (context.getStart().getType()) {
      case TollParser.AT_LEAST -> Relation.AT_LEAST;
      case TollParser.AT_MOST -> Relation.AT_MOST;
      case TollParser.GREATER_THAN -> Relation.ABOVE;
      case TollParser.LESS_THAN -> Relation.BELOW;
      case TollParser.EQUALS -> Relation.IS;
      default ->
          throw new IllegalStateException("a relation of no known kind: " + context.getText());
    };
  }
}
