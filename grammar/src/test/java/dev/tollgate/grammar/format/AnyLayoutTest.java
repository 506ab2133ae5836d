package dev.tollgate.grammar.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.golden.Samples;
import dev.tollgate.grammar.golden.TreePrinter;
import dev.tollgate.grammar.parse.SourceParser;
import dev.tollgate.grammar.tree.Lexeme;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyLayoutTest {

  private static final List<SourceText> SAMPLES = Samples.all();

  @Property(tries = 200)
  void blanksMakeNoDifference(@ForAll("sample") SourceText sample, @ForAll long seed) {
    SourceText blown = SourceText.of(sample.name(), withOtherBlanks(sample, new Random(seed)));
    String formatted = Formatter.format(sample).orElseThrow();
    assertThat(Formatter.format(blown)).contains(formatted);
    assertThat(TreePrinter.withoutPlaces(SourceParser.parse(blown).tree()))
        .isEqualTo(TreePrinter.withoutPlaces(SourceParser.parse(sample).tree()));
  }

  @Provide
  Arbitrary<SourceText> sample() {
    return Arbitraries.of(SAMPLES);
  }

  private static String withOtherBlanks(SourceText sample, Random random) {
    StringBuilder out = new StringBuilder();
    for (Lexeme lexeme : SourceParser.lexemes(sample)) {
      out.append(" ".repeat(1 + random.nextInt(3))).append(random.nextBoolean() ? "\t" : "");
      out.append(lexeme.text());
    }
    return out.toString();
  }
}
