package dev.tollgate.grammar.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.parse.SourceParser;
import org.junit.jupiter.api.Test;

class SourceTreeTest {

  private static final String TEXT =
      """
      product a {
        quota q in calls {
          allot free  base 5_000  cap 10_000
        }
      }
      """;

  @Test
  void blanksCommentsAndTheSpellingOfNumbersSayNothing() {
    assertThat(saysTheSame(TEXT.replace("5_000", "5000").replace("  ", "\t") + "# end\n")).isTrue();
  }

  @Test
  void anotherNumberSaysSomethingElse() {
    assertThat(saysTheSame(TEXT.replace("5_000", "5_001"))).isFalse();
  }

  @Test
  void anotherNameSaysSomethingElse() {
    assertThat(saysTheSame(TEXT.replace("free", "pro"))).isFalse();
  }

  @Test
  void aMissingPartSaysSomethingElse() {
    assertThat(saysTheSame(TEXT.replace("cap 10_000", ""))).isFalse();
    assertThat(saysTheSame(TEXT + TEXT)).isFalse();
  }

  @Test
  void anotherKindOfPartSaysSomethingElse() {
    assertThat(saysTheSame(TEXT.replace("cap 10_000", "no cap"))).isFalse();
  }

  private static boolean saysTheSame(String other) {
    return tree(TEXT).saysTheSameAs(tree(other));
  }

  private static SourceTree tree(String text) {
    return SourceParser.parse(SourceText.of("a.toll", text)).tree();
  }
}
