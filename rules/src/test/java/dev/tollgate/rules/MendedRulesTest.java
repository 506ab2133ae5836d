package dev.tollgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.compile.Mending;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import dev.tollgate.grammar.parse.SourceParser;
import dev.tollgate.grammar.tree.Lexeme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Slips in the rule files: mending gives back a policy, or leaves the file as the author wrote it.
 */
class MendedRulesTest {

  private static final int SLIPS = 20;

  private static List<SourceText> sources;

  @BeforeAll
  static void readTheFiles() throws IOException {
    sources = RuleFolder.read(Path.of(System.getProperty("basedir", "."))).sources();
  }

  @Test
  void aNameWithAWrongLetterIsMendedOrLeft() {
    int mended = mendSlips(lexeme -> isWord(lexeme), MendedRulesTest::misspelt);
    assertThat(mended).as("of %d misspelt words, those that were mended", SLIPS).isGreaterThan(8);
  }

  @Test
  void commasInNumbersAreAlwaysMended() {
    int mended =
        mendSlips(
            lexeme -> lexeme.kind() == Lexeme.Kind.NUMBER && lexeme.text().contains("_"),
            (text, random) -> text.replace('_', ','));
    assertThat(mended).isEqualTo(SLIPS);
  }

  @Test
  void missingBracesAreAlwaysMended() {
    int mended = mendSlips(lexeme -> lexeme.text().equals("}"), (text, random) -> "");
    assertThat(mended).isEqualTo(SLIPS);
  }

  @FunctionalInterface
  private interface Slip {
    String of(String text, Random random);
  }

  /** How many of the slips were mended so that the files say what they said before. */
  private static int mendSlips(Predicate<Lexeme> where, Slip slip) {
    Random random = new Random(42);
    int mended = 0;
    int slips = 0;
    while (slips < SLIPS) {
      SourceText source = sources.get(random.nextInt(sources.size()));
      List<Lexeme> candidates =
          SourceParser.lexemes(source).stream()
              .filter(where)
              .filter(lexeme -> !isInBody(source, lexeme))
              .toList();
      if (candidates.isEmpty()) {
        continue;
      }
      Lexeme lexeme = candidates.get(random.nextInt(candidates.size()));
      SourceText wrong = replaced(source, lexeme, slip.of(lexeme.text(), random));
      if (compiles(with(wrong))) {
        continue;
      }
      slips++;
      SourceText after = mended(wrong);
      if (after.text().equals(wrong.text())) {
        continue;
      }
      assertThat(compiles(with(after)))
          .as("%s with `%s`", lexeme.span().place(), wrong.line(lexeme.span().line()))
          .isTrue();
      mended += saysTheSame(after, source) ? 1 : 0;
    }
    return mended;
  }

  private static SourceText mended(SourceText wrong) {
    List<SourceText> once = Mending.of(with(wrong), wrong.name()::equals);
    assertThat(Mending.of(once, wrong.name()::equals)).as("mended once more").isEqualTo(once);
    SourceText after =
        once.stream().filter(file -> file.name().equals(wrong.name())).findFirst().orElseThrow();
    assertThat(once).filteredOn(file -> file != after).isSubsetOf(sources);
    return after;
  }

  private static boolean saysTheSame(SourceText after, SourceText before) {
    return SourceParser.parse(after).tree().saysTheSameAs(SourceParser.parse(before).tree())
        && Formatter.format(after).isPresent();
  }

  private static boolean compiles(List<SourceText> files) {
    return Compiler.compile(files).policy().isPresent();
  }

  /** The files of the product, for products know nothing of each other. */
  private static List<SourceText> with(SourceText changed) {
    String product = changed.name().substring(0, changed.name().indexOf('/') + 1);
    List<SourceText> files = new ArrayList<>(sources);
    files.removeIf(file -> !file.name().startsWith(product));
    files.replaceAll(file -> file.name().equals(changed.name()) ? changed : file);
    return files;
  }

  private static SourceText replaced(SourceText source, Lexeme lexeme, String other) {
    String text = source.text();
    int start = lexeme.span().start().offset();
    int end = lexeme.span().end().offset();
    return SourceText.of(source.name(), text.substring(0, start) + other + text.substring(end));
  }

  private static boolean isWord(Lexeme lexeme) {
    boolean word = lexeme.kind() == Lexeme.Kind.NAME || lexeme.kind() == Lexeme.Kind.KEYWORD;
    return word && lexeme.text().length() > 3;
  }

  /** What is left out of a body is not noticed by its indentation. */
  private static boolean isInBody(SourceText source, Lexeme lexeme) {
    return source.line(lexeme.span().line()).strip().startsWith("body");
  }

  /** A letter left out, doubled, replaced, or swapped with the next one. */
  private static String misspelt(String word, Random random) {
    int place = random.nextInt(word.length() - 1);
    String before = word.substring(0, place);
    char letter = word.charAt(place);
    return switch (random.nextInt(4)) {
      case 0 -> before + word.substring(place + 1);
      case 1 -> before + letter + word.substring(place);
      case 2 -> before + "x" + word.substring(place + 1);
      default -> before + word.charAt(place + 1) + letter + word.substring(place + 2);
    };
  }
}
