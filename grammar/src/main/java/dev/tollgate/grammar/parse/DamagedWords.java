package dev.tollgate.grammar.parse;

import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * The words of clauses that could not be read, and the names and titles of the blocks they stand
 * in. A name among them may have been declared there, so nobody should complain of its use
 * elsewhere: one mistake, one diagnostic.
 */
final class DamagedWords {

  private final TokenStream tokens;
  private final Set<String> words = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private boolean any;
  private boolean breaksOff;

  DamagedWords(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** Every word of a clause that is left out of the tree. */
  void addAll(ParserRuleContext clause) {
    int last = clause.getStop() == null ? tokens.index() - 1 : clause.getStop().getTokenIndex();
    addClause(clause.getStart().getTokenIndex(), last);
  }

  /** Every word of a clause or header that is left out, from a token to another, both inclusive. */
  void addClause(int first, int last) {
    beginnings.add(tokens.get(first).getText());
    addAll(first, last);
  }

  /** Every word between two tokens, both inclusive. */
  void addAll(int first, int last) {
    any = true;
    for (int i = first; i <= last; i++) {
      add(tokens.get(i));
    }
  }

  /** One word that may not be what its author meant. */
  void addWord(Token word) {
    any = true;
    add(word);
  }

  /** Notes that the file ends inside of a block, so that words may be missing as well. */
  void addMissing() {
    breaksOff = true;
  }

  boolean breaksOff() {
    return breaksOff;
  }

  boolean any() {
    return any;
  }

  Set<String> words() {
    return words;
  }

  /** The words with which clauses begin that are left out. */
  Set<String> beginnings() {
    return beginnings;
  }

  private void add(Token token) {
    String text = token.getText();
    if (token.getType() == TollParser.STRING) {
      words.add(Quotes.undone(text));
    } else if (token.getType() == TollParser.DOTTED
        || token.getType() == TollParser.NAME
        || Keywords.isKeyword(token.getType())) {
      words.add(text);
    }
  }
}
