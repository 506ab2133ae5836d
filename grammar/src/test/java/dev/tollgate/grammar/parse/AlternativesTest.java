package dev.tollgate.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.golden.Samples;
import java.lang.reflect.Modifier;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.Test;

/** Holds the goldens against the grammar itself. */
class AlternativesTest {

  @Test
  void everyAlternativeOfTheGrammarStandsInAGolden() {
    Set<String> unseen = new TreeSet<>();
    for (Class<?> context : TollParser.class.getDeclaredClasses()) {
      if (ParserRuleContext.class.isAssignableFrom(context) && !isFamily(context)) {
        unseen.add(context.getSimpleName());
      }
    }
    for (SourceText source : Samples.all()) {
      remove(parser(source, PredictionMode.LL).file(), unseen);
    }
    assertThat(unseen).isEmpty();
  }

  @Test
  void noSoundTextCanBeReadInTwoWays() {
    Set<String> ambiguous = new TreeSet<>();
    for (SourceText source : Samples.all()) {
      TollParser parser = parser(source, PredictionMode.LL_EXACT_AMBIG_DETECTION);
      parser.addErrorListener(
          new BaseErrorListener() {
            @Override
            public void reportAmbiguity(
                Parser recognizer,
                DFA dfa,
                int startIndex,
                int stopIndex,
                boolean exact,
                BitSet ambigAlts,
                ATNConfigSet configs) {
              String rule =
                  TollParser.ruleNames[
                      recognizer.getATN().decisionToState.get(dfa.decision).ruleIndex];
              ambiguous.add(
                  rule
                      + ": "
                      + recognizer
                          .getTokenStream()
                          .getText(org.antlr.v4.runtime.misc.Interval.of(startIndex, stopIndex)));
            }
          });
      parser.file();
    }
    assertThat(ambiguous).isEmpty();
  }

  /** The common type of labelled alternatives: no text is read as such. */
  private static boolean isFamily(Class<?> context) {
    for (Class<?> other : TollParser.class.getDeclaredClasses()) {
      if (other.getSuperclass() == context) {
        return true;
      }
    }
    return Modifier.isAbstract(context.getModifiers());
  }

  private static TollParser parser(SourceText source, PredictionMode mode) {
    CommonTokenStream tokens = new CommonTokenStream(new TollLexer(new Utf16Stream(source)));
    tokens.fill();
    CaseTables tables = new CaseTables(new Troubles(source), tokens.getTokens());
    TollParser parser =
        new TollParser(new CommonTokenStream(new ListTokenSource(tables.unfolded())));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(mode);
    return parser;
  }

  private static void remove(ParseTree tree, Set<String> unseen) {
    unseen.remove(tree.getClass().getSimpleName());
    for (int i = 0; i < tree.getChildCount(); i++) {
      remove(tree.getChild(i), unseen);
    }
  }
}
