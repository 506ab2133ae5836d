package dev.tollgate.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.Fixes;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.golden.Samples;
import dev.tollgate.grammar.tree.Lexeme;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockEndTest {

  private static final String TEXT =
      """
      product a {
        edition free

        quota q in calls {
          window  rolling 1 hour
          allot free  5
        }

        # the second
        quota r in calls {
          window  rolling 1 hour
          allot free  5
        }
      }
      """;

  @Test
  void anInnerBlockIsClosedBelowTheLinesThatAreSetIn() {
    assertThat(mended(TEXT.replaceFirst("\n  }\n", "\n"))).isEqualTo(TEXT);
  }

  @Test
  void theLastBlockIsClosedAtTheEndOfTheFile() {
    String without = TEXT.substring(0, TEXT.length() - 2);
    assertThat(mended(without)).isEqualTo(TEXT);
    assertThat(mended(without.stripTrailing())).isEqualTo(TEXT.stripTrailing());
  }

  @Test
  void linesEndAsTheFirstOneDoes() {
    String text = TEXT.replace("\n", "\r\n");
    assertThat(mended(text.replaceFirst("\r\n  }\r\n", "\r\n"))).isEqualTo(text);
  }

  @Test
  void eachBlockOfTheRuleFilesIsClosedWhereItWas() {
    for (SourceText source : Samples.rules()) {
      for (Lexeme lexeme : SourceParser.lexemes(source)) {
        String text = source.text();
        String line = source.line(lexeme.span().line());
        if (lexeme.text().equals("}") && line.strip().equals("}")) {
          int start = lexeme.span().start().offset() - lexeme.span().column() + 1;
          String without =
              text.substring(0, start) + text.substring(lexeme.span().end().offset() + 1);
          assertThat(mended(without)).as(lexeme.span().place()).isEqualTo(text);
        }
      }
    }
  }

  private static String mended(String text) {
    SourceText source = SourceText.of("a.toll", text);
    List<Diagnostic> found = SourceParser.parse(source).diagnostics();
    assertThat(found).hasSize(1);
    return Fixes.applied(source, found.get(0).fix().stream().toList()).text();
  }
}
