package dev.tollgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.coverage.Coverage;
import dev.tollgate.engine.coverage.ItemKind;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tests of the rule files exercise everything that the rule files say. */
class EverythingIsExercisedTest {

  private static final Path HERE = Path.of(System.getProperty("basedir", "."));

  @Test
  void everyBehaviourIsExercised() throws IOException {
    Compiled compiled = RuleFolder.read(HERE).compile();
    Policy policy = compiled.policy().orElseThrow();
    Coverage coverage = new Coverage(policy);
    new Suite(policy, coverage::observe).run(compiled.tests());

    assertThat(coverage.missing()).isEmpty();
    assertThat(coverage.items()).extracting(item -> item.kind()).contains(ItemKind.values());
  }
}
