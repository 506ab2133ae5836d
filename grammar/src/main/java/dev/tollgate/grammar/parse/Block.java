package dev.tollgate.grammar.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * The blocks of the language: which rule each is, which clauses stand in it, and what it is called.
 */
enum Block {
  FILE("a file", TollParser.RULE_file, TollParser.RULE_declaration),
  PRODUCT("a product", TollParser.RULE_productBlock, TollParser.RULE_productClause),
  QUOTA("a quota", TollParser.RULE_quotaBlock, TollParser.RULE_quotaClause),
  VERSION("a version", TollParser.RULE_versionBlock, TollParser.RULE_versionClause),
  GRANDFATHER("`grandfather`", TollParser.RULE_grandfatherBlock, TollParser.RULE_grandfatherClause),
  ADD_ON("an add-on", TollParser.RULE_addOnBlock, TollParser.RULE_addOnClause),
  SLABS("a price", TollParser.RULE_slabBlock, TollParser.RULE_slab),
  PACKS("a price list", TollParser.RULE_packBlock, TollParser.RULE_pack),
  BANDS("costs by a parameter", TollParser.RULE_bandBlock, TollParser.RULE_band),
  RULE("a rule", TollParser.RULE_ruleBlock, TollParser.RULE_ruleClause),
  CONTRACT("a contract", TollParser.RULE_contractBlock, TollParser.RULE_contractClause),
  TEST("a test", TollParser.RULE_testBlock, TollParser.RULE_testClause),
  CHECK("a check", TollParser.RULE_checkBlock, TollParser.RULE_claim);

  private static final Block[] BY_RULE = new Block[TollParser.ruleNames.length];
  private static final BitSet CLAUSES = new BitSet();
  private static final BitSet HEADERS = new BitSet();

  static {
    for (Block block : values()) {
      BY_RULE[block.rule] = block;
      CLAUSES.set(block.clause);
    }
    CLAUSES.set(TollParser.RULE_testsFor);
    CLAUSES.set(TollParser.RULE_acceptance);
    HEADERS.set(TollParser.RULE_productHeader);
    HEADERS.set(TollParser.RULE_quotaHeader);
    HEADERS.set(TollParser.RULE_versionHeader);
    HEADERS.set(TollParser.RULE_grandfatherHeader);
    HEADERS.set(TollParser.RULE_addOnHeader);
    HEADERS.set(TollParser.RULE_ruleHeader);
    HEADERS.set(TollParser.RULE_contractHeader);
    HEADERS.set(TollParser.RULE_testHeader);
    HEADERS.set(TollParser.RULE_checkHeader);
  }

  private final String title;
  private final int rule;
  private final int clause;
  private final BitSet starters = new BitSet();

  Block(String title, int rule, int clause) {
    this.title = title;
    this.rule = rule;
    this.clause = clause;
    TollParser._ATN
        .nextTokens(TollParser._ATN.ruleToStartState[clause])
        .toList()
        .forEach(starters::set);
  }

  static Optional<Block> of(ParserRuleContext context) {
    return Optional.ofNullable(BY_RULE[context.getRuleIndex()]);
  }

  /** Whether the context is a clause, so that an error in it ends with it. */
  static boolean isClause(ParserRuleContext context) {
    return CLAUSES.get(context.getRuleIndex());
  }

  /**
   * Whether the context is what stands before the `{` of a block whose clauses stand for
   * themselves.
   */
  static boolean isHeader(ParserRuleContext context) {
    return HEADERS.get(context.getRuleIndex());
  }

  /** The `{` of a block in the text or, where it was left out, in the parser's mind. */
  static Optional<TerminalNode> brace(ParserRuleContext block) {
    return Optional.ofNullable(block.getToken(TollParser.LBRACE, 0));
  }

  /** What messages call it, with its article. */
  String title() {
    return title;
  }

  /** Whether a clause of this block may begin with the token. */
  boolean begins(int tokenType) {
    return tokenType > 0 && starters.get(tokenType);
  }

  /** The keywords that its clauses begin with. */
  List<String> beginnings() {
    List<String> words = new ArrayList<>();
    starters.stream()
        .filter(Keywords::isKeyword)
        .forEach(type -> words.add(Keywords.written(type).orElseThrow()));
    return words;
  }
}
