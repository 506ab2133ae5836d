package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Position;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Lexeme;
import dev.tollgate.grammar.tree.SourceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Text to tree. Thread safe; it throws for no text at all. */
public final class SourceParser {

  private SourceParser() {}

  /**
   * Reads a file. Whatever is wrong becomes a diagnostic; the sound clauses stand in the tree.
   *
   * <p>{@code edition free base 5_000} in a product leaves that edition out, says so once and puts
   * {@code free} among the tree's damaged words.
   */
  public static Parsed parse(SourceText source) {
    Troubles troubles = new Troubles(source);
    if (source.text().length() > SourceText.MAX_LENGTH) {
      Position start = source.position(0);
      troubles.add(
          DiagnosticCode.TEXT_TOO_LARGE,
          new Span(source.name(), start, start),
          "the file is longer than 4 MiB");
      return unread(source, troubles);
    }
    CommonTokenStream tokens = tokens(source);
    CaseTables tables = new CaseTables(troubles, tokens.getTokens());
    List<Token> doubtful = new LexicalCheck(troubles).check(tokens.getTokens());
    if (!new NestingCheck(troubles).check(tokens.getTokens())) {
      return unread(source, troubles);
    }
    if (tables.any()) {
      tokens = stream(tables.unfolded());
    }
    Troubles quick = troubles.copy();
    SourceTree tree = read(tokens, doubtful, quick, PredictionMode.SLL);
    if (quick.isEmpty()) {
      return new Parsed(tree, List.of());
    }
    // The quick strategy may refuse what the thorough one understands, so the latter has the word.
    tokens.seek(0);
    SourceTree second = read(tokens, doubtful, troubles, PredictionMode.LL);
    return new Parsed(tables.lost() ? withoutATest(second) : second, troubles.diagnostics());
  }

  /** The pieces of a text in their order, for layout and colours. */
  public static List<Lexeme> lexemes(SourceText source) {
    CommonTokenStream tokens = tokens(source);
    return new Lexemes(source).of(tokens.getTokens());
  }

  private static CommonTokenStream tokens(SourceText source) {
    TollLexer lexer = new TollLexer(new Utf16Stream(source));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    return tokens;
  }

  /** A stream of tokens that are there already. */
  private static CommonTokenStream stream(List<Token> tokens) {
    CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens));
    stream.fill();
    return stream;
  }

  private static SourceTree read(
      CommonTokenStream tokens, List<Token> doubtful, Troubles troubles, PredictionMode mode) {
    DamagedWords damaged = new DamagedWords(tokens);
    doubtful.forEach(damaged::addWord);
    TollParser parser = new TollParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new ClauseRecovery(troubles, tokens, damaged));
    parser.getInterpreter().setPredictionMode(mode);
    return new DeclarationReader(new Reading(troubles, damaged)).read(parser.file());
  }

  /** Nothing should be said of a product that its tests are missing. */
  private static SourceTree withoutATest(SourceTree tree) {
    Set<String> damaged = new HashSet<>(tree.damaged());
    damaged.add("test");
    return new SourceTree(
        tree.source(),
        tree.declarations(),
        tree.accepts(),
        damaged,
        tree.unread(),
        tree.breaksOff());
  }

  private static Parsed unread(SourceText source, Troubles troubles) {
    SourceTree nothing = new SourceTree(source, List.of(), List.of(), Set.of(), Set.of(), true);
    return new Parsed(nothing, troubles.diagnostics());
  }
}
