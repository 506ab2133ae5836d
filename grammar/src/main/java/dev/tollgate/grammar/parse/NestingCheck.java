package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Refuses texts nested so deep that reading them could exhaust the stack. */
final class NestingCheck {

  /** As deep as brackets of all kinds may stand in each other. */
  static final int DEEPEST = 100;

  private final Troubles troubles;

  NestingCheck(Troubles troubles) {
    this.troubles = troubles;
  }

  /** Whether the tokens may be parsed; if not, this has been reported. */
  boolean check(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      switch (token.getType()) {
        case TollLexer.LBRACE, TollLexer.LPAREN, TollLexer.LBRACK -> depth++;
        case TollLexer.RBRACE, TollLexer.RPAREN, TollLexer.RBRACK -> depth = Math.max(0, depth - 1);
        default -> {}
      }
      if (depth > DEEPEST) {
        troubles.add(
            DiagnosticCode.NESTED_TOO_DEEP,
            troubles.source().span(token.getStartIndex(), token.getStopIndex() + 1),
            "brackets stand in each other more than " + DEEPEST + " deep");
        return false;
      }
    }
    return true;
  }
}
