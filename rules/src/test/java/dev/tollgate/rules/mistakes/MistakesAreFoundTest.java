package dev.tollgate.rules.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Makes every mistake, one at a time, prints how many are found, and writes {@code
 * target/mistakes.md}, which says of each by what it is found and where.
 */
class MistakesAreFoundTest {

  private static final Path HERE = Path.of(System.getProperty("basedir", "."));

  private static FindingsTable table;

  @BeforeAll
  static void makeThemAll() throws IOException {
    List<SourceText> sources = RuleFolder.read(HERE).sources();
    table =
        new FindingsTable(
            Mistakes.read(HERE.resolve("src/test/resources/mistakes")).parallelStream()
                .map(mistake -> Finding.of(mistake, ofOneProduct(sources, mistake)))
                .toList());
    System.out.println(table.summary());
    Files.createDirectories(HERE.resolve("target"));
    Files.writeString(HERE.resolve("target/mistakes.md"), table.toMarkdown());
  }

  /** The files of the product that a mistake is about; products know nothing of each other. */
  private static List<SourceText> ofOneProduct(List<SourceText> sources, Mistake mistake) {
    return sources.stream()
        .filter(source -> folder(source.name()).equals(folder(mistake.marked().file())))
        .toList();
  }

  private static String folder(String file) {
    return file.substring(0, file.indexOf('/'));
  }

  @Test
  void thereAreAsManyAsSaySomething() {
    assertThat(table.findings().size()).isGreaterThanOrEqualTo(150);
  }

  @Test
  void ofAHundredMistakesNinetyFiveAreFoundBeforeAnythingRuns() {
    assertThat(table.foundInHundred()).as(table.summary()).isGreaterThanOrEqualTo(95);
  }

  @Test
  void ofAHundredMistakesNinetyFiveAreUnderlinedAsAPersonWould() {
    assertThat(table.rightInHundred()).as(table.summary()).isGreaterThanOrEqualTo(95);
  }
}
