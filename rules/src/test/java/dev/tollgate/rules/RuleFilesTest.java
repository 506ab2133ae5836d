package dev.tollgate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.compile.WrittenTest;
import dev.tollgate.engine.suite.Failure;
import dev.tollgate.engine.suite.Reason;
import dev.tollgate.engine.suite.Suite;
import dev.tollgate.engine.suite.TestResult;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import dev.tollgate.grammar.parse.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

  /** Where something that is named can stand. */
  private static final List<String> LINES_OF_TESTS =
      List.of(
          "%s\n",
          "test \"a\" {\n  %s\n}\n",
          "test \"a\" {\n  %s 2026-01-01\n}\n",
          "test \"a\" {\n  account %s 2026-01-01\n}\n",
          "test \"a\" {\n  call users.list %s\n}\n",
          "test \"a\" {\n  expect %s\n}\n",
          "check \"a\" {\n  %s price of extra_credits >= 1 USD\n}\n",
          "check \"a\" {\n  %s >= 1\n}\n");

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
    assertThat(shown).hasSize(3);

    String line = shown.get(0).replace("600", "500");
    assertThat(folder.sources()).anyMatch(source -> source.text().contains(line));

    for (String tests : shown.subList(1, shown.size())) {
      List<SourceText> sources = new ArrayList<>(folder.sources());
      sources.add(SourceText.of("README.md", tests));
      Compiled withReadme = Compiler.compile(sources);
      assertThat(withReadme.diagnostics()).isEmpty();
      assertThat(Formatter.format(SourceText.of("README.md", tests))).hasValue(tests);
      assertThat(suite(withReadme).run(withReadme.tests())).allMatch(TestResult::passed);
    }
  }

  /** What the page says in passing about the language of tests is written as it would be read. */
  @Test
  void whatTheReadmeNamesIsRead() throws IOException {
    String page = readme();
    String part = page.substring(page.indexOf("## Write a test"), page.indexOf("## See what"));
    List<String> named =
        NAMED
            .matcher(part.replaceAll("(?s)```.*?```", ""))
            .results()
            .map(code -> code.group(1).replaceAll("\\s+", " "))
            .filter(
                code -> code.contains(" ") && !code.contains("tollgate") && !code.contains("mvn"))
            .filter(code -> !code.startsWith("--"))
            .toList();
    assertThat(named)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            code -> {
              String line =
                  code.replace("NAME", "users.list")
                      .replace("ADDON", "extra_credits")
                      .replaceAll("\\bN\\b", "5");
              assertThat(LINES_OF_TESTS.stream().map(form -> form.formatted(line)))
                  .as(code)
                  .anyMatch(
                      text -> !SourceParser.parse(SourceText.of("README.md", text)).hasErrors());
            });
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
          .add(dynamicTest(test.test().name(), () -> passes(suite.run(test))));
    }
    assertThat(byFile).hasSizeGreaterThan(2);
    return byFile.entrySet().stream().map(file -> dynamicContainer(file.getKey(), file.getValue()));
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
    return " at "
        + failure.place()
        + "\n"
        + failure.receipt().stream().map(Reason::toString).collect(Collectors.joining("\n"));
  }
}
