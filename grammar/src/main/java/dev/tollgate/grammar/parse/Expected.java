package dev.tollgate.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What could have stood where the parser stumbled, as an author would say it. */
final class Expected {

  private static final int MOST_WORDS = 4;

  /** What to call a rule when all of it is missing. */
  private static final Map<Integer, String> RULES =
      Map.ofEntries(
          Map.entry(TollParser.RULE_amount, "an amount"),
          Map.entry(TollParser.RULE_amountChoice, "an amount"),
          Map.entry(TollParser.RULE_amountSum, "an amount"),
          Map.entry(TollParser.RULE_amountTerm, "an amount"),
          Map.entry(TollParser.RULE_amountFactor, "an amount"),
          Map.entry(TollParser.RULE_costing, "a cost"),
          Map.entry(TollParser.RULE_cost, "a cost"),
          Map.entry(TollParser.RULE_costTerm, "a cost"),
          Map.entry(TollParser.RULE_charge, "`costs`, `not counted` or `holds`"),
          Map.entry(TollParser.RULE_condition, "a condition"),
          Map.entry(TollParser.RULE_conjunction, "a condition"),
          Map.entry(TollParser.RULE_comparison, "a condition"),
          Map.entry(TollParser.RULE_subject, "what the condition asks about"),
          Map.entry(TollParser.RULE_judgement, "a comparison such as `is` or `>=`"),
          Map.entry(TollParser.RULE_relation, "a comparison such as `is` or `>=`"),
          Map.entry(TollParser.RULE_relationSign, "a comparison such as `>=`"),
          Map.entry(TollParser.RULE_literal, "a value"),
          Map.entry(TollParser.RULE_point, "a date or a moment"),
          Map.entry(TollParser.RULE_stretch, "a length of time such as `24 hours`"),
          Map.entry(TollParser.RULE_text, "a text in quotes"),
          Map.entry(TollParser.RULE_word, "a name"),
          Map.entry(TollParser.RULE_words, "a name"),
          Map.entry(TollParser.RULE_name, "a name"),
          Map.entry(TollParser.RULE_names, "a name"),
          Map.entry(TollParser.RULE_parameter, "the name of a parameter"),
          Map.entry(TollParser.RULE_argument, "the name of a parameter"),
          Map.entry(TollParser.RULE_selector, "the name of a call"),
          Map.entry(TollParser.RULE_selectors, "the name of a call"),
          Map.entry(TollParser.RULE_subCall, "the name of a call"),
          Map.entry(TollParser.RULE_callChoice, "the name of a call or `any call`"),
          Map.entry(TollParser.RULE_editionChoice, "an edition or `any edition`"),
          Map.entry(TollParser.RULE_target, "a product or one of its quotas"),
          Map.entry(TollParser.RULE_accountId, "the id of an account"),
          Map.entry(TollParser.RULE_window, "a window such as `rolling 24 hours`"),
          Map.entry(TollParser.RULE_zoneName, "a zone such as `UTC` or `Europe/Berlin`"),
          Map.entry(TollParser.RULE_zoneChoice, "a zone or `account zone`"),
          Map.entry(TollParser.RULE_factType, "a type such as `count` or `yes or no`"),
          Map.entry(TollParser.RULE_valueType, "a type such as `count` or `yes or no`"),
          Map.entry(TollParser.RULE_quantity, "a number"),
          Map.entry(TollParser.RULE_percent, "a percentage such as `80%`"),
          Map.entry(TollParser.RULE_json, "a JSON value"),
          Map.entry(TollParser.RULE_member, "a member such as `\"code\": code`"),
          Map.entry(TollParser.RULE_direction, "`up`, `down` or `to nearest`"),
          Map.entry(TollParser.RULE_billPeriod, "`day` or `month`"),
          Map.entry(TollParser.RULE_action, "an action such as `call` or `consume`"),
          Map.entry(TollParser.RULE_expectation, "`allowed`, `denied`, a figure or the like"),
          Map.entry(TollParser.RULE_accountItem, "an edition, seats or a fact"),
          Map.entry(TollParser.RULE_accountItems, "an edition, seats or a fact"),
          Map.entry(TollParser.RULE_quantifier, "what varies, such as `number of users`"),
          Map.entry(TollParser.RULE_checkSum, "`allotment of`, `cost of`, `price of` or a number"),
          Map.entry(TollParser.RULE_checkTerm, "`allotment of`, `cost of`, `price of` or a number"),
          Map.entry(
              TollParser.RULE_checkFactor, "`allotment of`, `cost of`, `price of` or a number"));

  private Expected() {}

  /** The phrase behind "expected", empty when there is none that helps. */
  static String at(RecognitionException exception, ParserRuleContext context) {
    Token found = exception.getOffendingToken();
    String phrase = RULES.getOrDefault(outermost(context, found).getRuleIndex(), "");
    if (!phrase.isEmpty()) {
      return phrase;
    }
    if (exception instanceof NoViableAltException choice && choice.getStartToken() != found) {
      return "";
    }
    List<String> words = words(exception, true);
    boolean listed =
        context instanceof TollParser.AmongContext
            || context.getRuleIndex() == TollParser.RULE_parameter
            || context.getRuleIndex() == TollParser.RULE_action;
    if (listed && words.equals(List.of("`)`"))) {
      words.add(0, "`,`");
    }
    return joined(words);
  }

  /** Whether all that is missing is a name. */
  static boolean isName(RecognitionException exception, ParserRuleContext context) {
    String phrase = at(exception, context);
    return phrase.equals("a name") || phrase.startsWith("the name of");
  }

  /** The words and signs that could have stood there, without placeholders for other things. */
  static List<String> words(RecognitionException exception) {
    return words(exception, false);
  }

  private static List<String> words(RecognitionException exception, boolean readable) {
    IntervalSet expected = exception.getExpectedTokens();
    List<String> words = new ArrayList<>();
    if (expected == null) {
      return words;
    }
    boolean name = expected.contains(TollParser.NAME);
    if (readable && name) {
      words.add("a name");
    }
    for (int type : expected.toList()) {
      // Where a name may stand most keywords may too, which nobody wants to read.
      boolean told = !(readable && name && Keywords.isKeyword(type));
      if (told) {
        Keywords.written(type).ifPresent(word -> words.add(readable ? "`" + word + "`" : word));
      }
    }
    if (readable) {
      addPlaceholders(words, expected);
    }
    return words;
  }

  private static void addPlaceholders(List<String> words, IntervalSet expected) {
    if (expected.contains(TollParser.NUMBER)) {
      words.add("a number");
    }
    if (expected.contains(TollParser.STRING)) {
      words.add("a text in quotes");
    }
    if (expected.contains(TollParser.DATE)) {
      words.add("a date");
    }
  }

  private static String joined(List<String> words) {
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return "";
    }
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** The outermost rule inside the clause that begins at the token: the largest thing missing. */
  private static ParserRuleContext outermost(ParserRuleContext context, Token token) {
    ParserRuleContext found = context;
    for (ParserRuleContext c = context;
        c != null && !Block.isClause(c) && !Block.isHeader(c) && Block.of(c).isEmpty();
        c = c.getParent()) {
      if (c.getStart() == token) {
        found = c;
      }
    }
    return found.getStart() == token ? found : new ParserRuleContext();
  }
}
