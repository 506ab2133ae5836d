package dev.tollgate.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The blocks around a place, innermost first. They tell where a damaged clause most likely ends and
 * whether a line belongs further out.
 */
final class Surroundings {

  private final List<ParserRuleContext> blocks;

  private Surroundings(List<ParserRuleContext> blocks) {
    this.blocks = blocks;
  }

  static Surroundings of(ParserRuleContext context) {
    List<ParserRuleContext> blocks = new ArrayList<>();
    for (ParserRuleContext c = context; c != null; c = c.getParent()) {
      if (Block.of(c).isPresent()) {
        blocks.add(c);
      }
    }
    return new Surroundings(blocks);
  }

  /**
   * Whether a token at the start of a line begins a clause of an outer block: it does by its word,
   * and it stands no further in than the line that opened the innermost block.
   */
  boolean isLeftBy(Token token) {
    return blocks.size() > 1
        && token.getCharPositionInLine() <= indentation(blocks.get(0))
        && blocks.subList(1, blocks.size()).stream().anyMatch(outer -> begins(outer, token));
  }

  /** Whether a clause of the innermost block or of one around it may begin with the token. */
  boolean begins(Token token) {
    return blocks.stream().anyMatch(block -> begins(block, token));
  }

  /** The tokens, first and last, of what stands before each block around the place. */
  List<Interval> headers() {
    List<Interval> headers = new ArrayList<>();
    for (ParserRuleContext block : blocks) {
      if (block.getParent() != null) {
        headers.add(
            Interval.of(
                block.getParent().getStart().getTokenIndex(), block.getStart().getTokenIndex()));
      }
    }
    return headers;
  }

  /**
   * The index of the token at which a clause ends that began at another: the end of its line, the
   * `}` of its block or, for a header, its `{`. Brackets take the line further, unless the next one
   * plainly begins another clause.
   */
  int end(TokenStream tokens, int start, boolean header) {
    Token first = tokens.get(start);
    // The brackets of a body are most likely what is wrong with it, so they do not count.
    boolean body = first.getType() == TollParser.BODY;
    int depth = 0;
    int i = start;
    for (; tokens.get(i).getType() != Token.EOF; i++) {
      int type = tokens.get(i).getType();
      if (type == TollParser.NEWLINE) {
        if (body ? bodyEnds(tokens, i, first) : lineEnds(tokens, i, first, depth)) {
          return i;
        }
      } else if (!body && isOpening(type)) {
        if (header && depth == 0 && type == TollParser.LBRACE) {
          return i;
        }
        depth++;
      } else if (!body && isClosing(type)) {
        if (depth == 0 && type == TollParser.RBRACE) {
          return i;
        }
        depth = Math.max(0, depth - 1);
      }
    }
    return i;
  }

  private boolean lineEnds(TokenStream tokens, int newline, Token first, int depth) {
    if (depth == 0 && !goesOn(previous(tokens, newline))) {
      return true;
    }
    Token next = next(tokens, newline);
    return next.getCharPositionInLine() <= first.getCharPositionInLine() && begins(next);
  }

  private boolean bodyEnds(TokenStream tokens, int newline, Token first) {
    Token next = next(tokens, newline);
    boolean closes =
        next.getType() == TollParser.RBRACE
            && next.getCharPositionInLine() < first.getCharPositionInLine();
    return closes || begins(next);
  }

  /** Whether a line that ends with the token has its clause go on in the next one. */
  static boolean goesOn(Token last) {
    return switch (last.getType()) {
      case TollParser.COMMA, TollParser.AND, TollParser.OR -> true;
      default -> false;
    };
  }

  /** The column, from 0, at which the line with a block's beginning starts. */
  private static int indentation(ParserRuleContext block) {
    return block.getParent() == null ? 0 : block.getParent().getStart().getCharPositionInLine();
  }

  private static boolean isOpening(int type) {
    return type == TollParser.LBRACE || type == TollParser.LPAREN || type == TollParser.LBRACK;
  }

  private static boolean isClosing(int type) {
    return type == TollParser.RBRACE || type == TollParser.RPAREN || type == TollParser.RBRACK;
  }

  private static boolean begins(ParserRuleContext block, Token token) {
    return Block.of(block).filter(kind -> kind.begins(token.getType())).isPresent();
  }

  private static Token previous(TokenStream tokens, int index) {
    int i = index - 1;
    while (i > 0 && tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL) {
      i--;
    }
    return tokens.get(Math.max(i, 0));
  }

  private static Token next(TokenStream tokens, int index) {
    int i = index;
    while (tokens.get(i).getType() == TollParser.NEWLINE
        || tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL) {
      i++;
    }
    return tokens.get(i);
  }
}
