package dev.tollgate.grammar.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.golden.Samples;
import dev.tollgate.grammar.golden.TreePrinter;
import dev.tollgate.grammar.parse.SourceParser;
import dev.tollgate.grammar.tree.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyLayoutTest {

  private static final List<SourceText> SOUND = new ArrayList<>(Samples.all());

  static {
    SOUND.addAll(Samples.rules());
  }

  @Property(tries = 200)
  void blanksMakeNoDifference(@ForAll("sound") SourceText sound, @ForAll long seed) {
    SourceText blown = SourceText.of(sound.name(), withOtherBlanks(sound, new Random(seed)));
    assertThat(Formatter.format(blown)).contains(formatted(sound));
    assertThat(tree(blown)).isEqualTo(tree(sound));
  }

  @Property(tries = 200)
  void aMangledFileKeepsItsTreeAndIsLaidOutOnce(
      @ForAll("sound") SourceText sound, @ForAll long seed) {
    SourceText mangled = SourceText.of(sound.name(), mangled(sound, new Random(seed)));
    assertThat(tree(mangled)).isEqualTo(tree(sound));

    SourceText once = SourceText.of(sound.name(), formatted(mangled));
    assertThat(tree(once)).isEqualTo(tree(sound));
    assertThat(comments(once)).isEqualTo(comments(mangled));
    assertThat(formatted(once)).isEqualTo(once.text());
  }

  @Provide
  Arbitrary<SourceText> sound() {
    return Arbitraries.of(SOUND);
  }

  private static String withOtherBlanks(SourceText sound, Random random) {
    StringBuilder out = new StringBuilder();
    for (Lexeme lexeme : SourceParser.lexemes(sound)) {
      out.append(" ".repeat(1 + random.nextInt(3))).append(random.nextBoolean() ? "\t" : "");
      out.append(lexeme.text());
    }
    return out.toString();
  }

  /** Other blanks, blank lines, and comments between lines and behind them. */
  private static String mangled(SourceText sound, Random random) {
    StringBuilder out = new StringBuilder();
    String end = random.nextBoolean() ? "\n" : "\r\n";
    for (Lexeme lexeme : SourceParser.lexemes(sound)) {
      if (lexeme.kind() != Lexeme.Kind.NEWLINE) {
        out.append(" ".repeat(1 + random.nextInt(9))).append(lexeme.text());
        continue;
      }
      switch (random.nextInt(8)) {
        case 0 -> out.append(end).append("   # between ").append(random.nextInt(1_000));
        case 1 -> out.append(end).append(end).append(end).append(" ");
        case 2 -> out.append("#behind").append(random.nextBoolean() ? "  " : "");
        default -> out.append(random.nextBoolean() ? " \t" : "");
      }
      out.append(end);
    }
    return out.toString();
  }

  private static String formatted(SourceText source) {
    return Formatter.format(source).orElseThrow();
  }

  private static String tree(SourceText source) {
    return TreePrinter.withoutPlaces(SourceParser.parse(source).tree());
  }

  private static List<String> comments(SourceText source) {
    return SourceParser.lexemes(source).stream()
        .filter(lexeme -> lexeme.kind() == Lexeme.Kind.COMMENT)
        .map(lexeme -> lexeme.text().stripTrailing())
        .toList();
  }
}
