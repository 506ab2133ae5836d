package dev.tollgate.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RandomPolicyTest {

  @Property(tries = 300)
  void compilesWithoutErrors(@ForAll long seed) {
    String text = new RandomPolicy(new Random(seed)).write();
    Compiled compiled = Compiler.compile(List.of(SourceText.of("shop.toll", text)));
    assertThat(compiled.diagnostics())
        .as(text)
        .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    assertThat(compiled.policy()).isPresent();
  }
}
