package dev.tollgate.grammar.parse;

import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Whether a clause was read to its end. A clause that holds other clauses is sound without them; a
 * table of slabs, packs or bands is not sound with a line missing.
 */
final class Soundness {

  /** Blocks whose clauses are judged one by one. */
  private static final Set<Integer> CONTAINERS =
      Set.of(
          TollParser.RULE_productBlock,
          TollParser.RULE_quotaBlock,
          TollParser.RULE_versionBlock,
          TollParser.RULE_addOnBlock,
          TollParser.RULE_ruleBlock,
          TollParser.RULE_contractBlock,
          TollParser.RULE_testBlock,
          TollParser.RULE_checkBlock);

  private Soundness() {}

  static boolean of(ParserRuleContext context) {
    if (context.exception != null) {
      return false;
    }
    for (int i = 0; i < context.getChildCount(); i++) {
      ParseTree child = context.getChild(i);
      if (child instanceof ParserRuleContext rule
          && !CONTAINERS.contains(rule.getRuleIndex())
          && !of(rule)) {
        return false;
      }
    }
    return true;
  }
}
