package dev.tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.WrittenTest;
import dev.tollgate.engine.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What each form of the language means, said in the language itself: a file for each subject, a
 * product in it that uses the forms, and tests whose figures were worked out by hand. The products
 * are odd, and warnings say so: no vendor would sell them.
 */
class LanguageTest {

  private static final Path FILES = Path.of("src/test/resources/language");

  @TestFactory
  Stream<DynamicNode> everyFormMeansWhatTheTestsOfItSay() throws IOException {
    Compiled compiled = RuleFolder.read(FILES).compile();
    assertThat(compiled.policy()).as("%s", compiled.diagnostics()).isPresent();
    Suite suite = new Suite(compiled.policy().orElseThrow());
    Map<String, List<DynamicTest>> byFile = new LinkedHashMap<>();
    for (WrittenTest test : compiled.tests()) {
      byFile
          .computeIfAbsent(test.test().span().file(), file -> new ArrayList<>())
          .add(
              dynamicTest(
                  test.test().title().value(),
                  () -> assertThat(suite.run(test).failure()).isEmpty()));
    }
    assertThat(byFile).hasSizeGreaterThan(2);
    return byFile.entrySet().stream().map(file -> dynamicContainer(file.getKey(), file.getValue()));
  }
}
