package dev.tollgate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.compile.WrittenTest;
import dev.tollgate.engine.suite.Failure;
import dev.tollgate.engine.suite.Suite;
import dev.tollgate.engine.suite.TestResult;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rule files of this folder: they are sound, and the tests written in them pass. */
class RuleFilesTest {

  private static final Path HERE = Path.of(System.getProperty("basedir", "."));
  private static final Pattern SHOWN = Pattern.compile("(?s)```toll\n(.*?)```");

  private static RuleFolder folder;
  private static Compiled compiled;

  @BeforeAll
  static void readTheFolder() throws IOException {
    folder = RuleFolder.read(HERE);
    compiled = folder.compile();
  }

  @Test
  void nothingIsWrongAndNothingIsOdd() {
    assertThat(compiled.diagnostics()).isEmpty();
  }

  @Test
  void everyFileStandsInTheCanonicalLayout() {
    for (SourceText source : folder.sources()) {
      assertThat(Formatter.format(source)).as(source.name()).hasValue(source.text());
    }
  }

  @Test
  void whatTheReadmeShowsIsSo() throws IOException {
    List<String> shown = SHOWN.matcher(readme()).results().map(block -> block.group(1)).toList();
    assertThat(shown).hasSize(2);

    String line = shown.get(0).replace("600", "500");
    assertThat(folder.sources()).anyMatch(source -> source.text().contains(line));

    List<SourceText> sources = new ArrayList<>(folder.sources());
    sources.add(SourceText.of("README.md", shown.get(1)));
    Compiled withReadme = Compiler.compile(sources);
    assertThat(withReadme.diagnostics()).isEmpty();
    assertThat(Formatter.format(SourceText.of("README.md", shown.get(1)))).hasValue(shown.get(1));
    assertThat(suite(withReadme).run(withReadme.tests())).allMatch(TestResult::passed);
  }

  private static String readme() throws IOException {
    return Files.readString(HERE.resolve("README.md"));
  }

  @TestFactory
  Stream<DynamicNode> everyTestOfTheRuleFilesPasses() {
    Suite suite = suite(compiled);
    Map<String, List<DynamicTest>> byFile = new LinkedHashMap<>();
    for (WrittenTest test : compiled.tests()) {
      byFile
          .computeIfAbsent(test.test().span().file(), file -> new ArrayList<>())
          .add(dynamicTest(test.test().title().value(), () -> passes(suite.run(test))));
    }
    assertThat(byFile).hasSizeGreaterThan(2);
    return byFile.entrySet().stream().map(file -> dynamicContainer(file.getKey(), file.getValue()));
  }

  @Test
  void anotherPriceOfTagsFailsTheTestsOfTagsAlone() {
    assertThat(failuresWith("crm/crm.toll", "costs 1 per 50 records", "costs 1 per 25 records"))
        .containsExactly(
            "adding tags counts blocks of 50 records: cost 1 expected, but cost 2",
            "removing tags counts blocks of 50 records: cost 1 expected, but cost 2");
  }

  @Test
  void anotherNumberForEachAgentFailsTheTestOfThatEditionAlone() {
    assertThat(failuresWith("desk/desk.toll", "+ 100 per agent", "+ 110 per agent"))
        .containsExactly(
            "Express with 8 agents: 25,800: allotment 25_800 expected, but allotment 25_880");
  }

  private static List<String> failuresWith(String file, String figure, String another) {
    List<SourceText> sources =
        folder.sources().stream()
            .map(source -> source.name().equals(file) ? changed(source, figure, another) : source)
            .toList();
    Compiled changed = Compiler.compile(sources);
    return suite(changed).run(changed.tests()).stream()
        .filter(result -> !result.passed())
        .map(result -> result.name() + ": " + difference(result))
        .toList();
  }

  private static SourceText changed(SourceText source, String figure, String another) {
    assertThat(source.text()).containsOnlyOnce(figure);
    return SourceText.of(source.name(), source.text().replace(figure, another));
  }

  private static Suite suite(Compiled compiled) {
    assertThat(compiled.policy()).as("%s", compiled.diagnostics()).isPresent();
    return new Suite(compiled.policy().orElseThrow());
  }

  private static void passes(TestResult result) {
    assertThat(result.failure().map(failure -> difference(result) + receipt(failure))).isEmpty();
  }

  private static String difference(TestResult result) {
    return result
        .failure()
        .map(failure -> failure.expected() + " expected, but " + failure.actual())
        .orElse("passed");
  }

  private static String receipt(Failure failure) {
    return " at " + failure.place() + "\n" + String.join("\n", failure.receipt());
  }
}
