package dev.tollgate.grammar.parse;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * What the parser does about a mistake: it says so once, leaves the clause, and goes on with the
 * next line or the `}` of the block. Nothing is ever guessed inside a clause.
 */
final class ClauseRecovery extends DefaultErrorStrategy {

  private final SyntaxTroubles troubles;
  private final BraceTroubles braces;

  /**
   * Whether the lines stand outside of the block that they belong to, down to its `}`, which has
   * been reported of the first of them.
   */
  private boolean outside;

  /** Whether that is so down to the next declaration: a `}` has ended a block before its lines. */
  private boolean closedEarly;

  private final DamagedWords damaged;
  private final Set<Interval> known = new HashSet<>();
  private Optional<RecognitionException> reported = Optional.empty();

  ClauseRecovery(Troubles troubles, TokenStream tokens, DamagedWords damaged) {
    this.troubles = new SyntaxTroubles(troubles, tokens);
    this.braces = new BraceTroubles(troubles, tokens, damaged);
    this.damaged = damaged;
  }

  /** Called before each step of a loop: in a block this is where the next line begins. */
  @Override
  public void sync(Parser parser) {
    ParserRuleContext context = parser.getContext();
    Optional<Block> block = Block.of(context);
    if (block.isPresent() && (block.get() == Block.FILE || Block.brace(context).isPresent())) {
      while (!mayGoOn(parser, context, block.get())) {
        // What does not belong here has been reported and skipped.
      }
    }
  }

  @Override
  public void reportMatch(Parser parser) {
    if (parser.getCurrentToken().getType() == TollParser.RBRACE) {
      braces.noteClosed(parser.getContext(), parser.getCurrentToken());
    }
  }

  /** Every rule that an exception passes through reports it; the first time counts. */
  @Override
  public void reportError(Parser parser, RecognitionException exception) {
    if (reported.isEmpty() || reported.get() != exception) {
      reported = Optional.of(exception);
      troubles.report(parser.getContext(), exception);
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException exception) {
    ParserRuleContext context = parser.getContext();
    boolean header = Block.isHeader(context);
    if (!header && !Block.isClause(context)) {
      throw exception;
    }
    int start = context.getStart().getTokenIndex();
    leave(parser, context, start, header);
  }

  /** Called when a token is missing: only the braces of a block are put where they are not. */
  @Override
  public Token recoverInline(Parser parser) {
    ParserRuleContext context = parser.getContext();
    Optional<Block> block = Block.of(context);
    if (block.isEmpty() || block.get() == Block.FILE) {
      throw new InputMismatchException(parser);
    }
    if (Block.brace(context).isPresent()) {
      braces.reportUnclosed(context, parser.getCurrentToken());
      giveBackLineEnd(parser);
      return getMissingSymbol(parser);
    }
    if (isBraceInNextLine(parser)) {
      braces.reportInNextLine(parser.getCurrentToken());
      while (parser.getCurrentToken().getType() == TollParser.NEWLINE) {
        parser.consume();
      }
      return parser.consume();
    }
    braces.reportMissing(context, parser.getCurrentToken());
    return getMissingSymbol(parser);
  }

  /** A block that is left at the start of a line has taken the line end that its clause needs. */
  private static void giveBackLineEnd(Parser parser) {
    Token before = parser.getInputStream().LT(-1);
    if (before.getType() == TollParser.NEWLINE) {
      parser.getInputStream().seek(before.getTokenIndex());
    }
  }

  private boolean mayGoOn(Parser parser, ParserRuleContext context, Block block) {
    Token next = parser.getCurrentToken();
    int type = next.getType();
    if (type == Token.EOF || type == TollParser.NEWLINE) {
      return true;
    }
    if (type == TollParser.RBRACE) {
      return block != Block.FILE || skipStrayBrace(parser, context);
    }
    if (isAtLineStart(context)) {
      if (block.begins(type) || Surroundings.of(context).isLeftBy(next)) {
        outside = outside && block != Block.FILE;
        return true;
      }
      boolean elsewhere = SyntaxTroubles.home(type).isPresent();
      if (!outside && elsewhere && braces.reportEarly(next)) {
        outside = true;
        closedEarly = true;
      } else {
        if (!outside) {
          troubles.reportUnknownClause(next, block);
        }
        outside = (outside && closedEarly) || (block == Block.FILE && elsewhere);
      }
      leave(parser, context, next.getTokenIndex(), false);
      return false;
    }
    if (type == TollParser.ACCEPT) {
      return true;
    }
    leaveTrailing(parser, context, block);
    return false;
  }

  /** A clause with something behind it does not say what it seems to: it is left as a whole. */
  private void leaveTrailing(Parser parser, ParserRuleContext context, Block block) {
    Token next = parser.getCurrentToken();
    Token first = next;
    if (context.getChild(context.getChildCount() - 1) instanceof ParserRuleContext clause
        && clause.getStop().getType() != TollParser.RBRACE) {
      first = clause.getStart();
      clause.exception = new InputMismatchException(parser);
    }
    troubles.reportTrailing(block, context, first, next);
    leave(parser, context, first.getTokenIndex(), false);
  }

  private boolean skipStrayBrace(Parser parser, ParserRuleContext file) {
    if (!outside) {
      braces.reportStray(parser.getCurrentToken());
    }
    outside = false;
    parser.consume();
    leave(parser, file, parser.getInputStream().index(), false);
    return false;
  }

  /** Whether nothing of the block's current line has been read yet. */
  private static boolean isAtLineStart(ParserRuleContext block) {
    int children = block.getChildCount();
    return children == 0 || !(block.getChild(children - 1) instanceof ParserRuleContext);
  }

  private static boolean isBraceInNextLine(Parser parser) {
    int ahead = 1;
    while (parser.getInputStream().LA(ahead) == TollParser.NEWLINE) {
      ahead++;
    }
    return ahead > 1 && parser.getInputStream().LA(ahead) == TollParser.LBRACE;
  }

  /** Goes to where a clause or a header that began at a token ends, and notes its words. */
  private void leave(Parser parser, ParserRuleContext context, int start, boolean header) {
    Surroundings around = Surroundings.of(context);
    int end = around.end(parser.getInputStream(), start, header);
    while (parser.getInputStream().index() < end) {
      parser.consume();
    }
    parser.getInputStream().seek(end);
    damaged.addClause(start, end - 1);
    around.headers().stream()
        .filter(known::add)
        .forEach(tokens -> damaged.addAll(tokens.a, tokens.b));
  }
}
