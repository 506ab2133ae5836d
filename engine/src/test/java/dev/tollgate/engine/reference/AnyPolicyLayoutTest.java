package dev.tollgate.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.format.Formatter;
import dev.tollgate.grammar.parse.SourceParser;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AnyPolicyLayoutTest {

  @Property(tries = 200)
  void aPolicyThatIsLaidOutSaysTheSameAndASecondTimeNothingChanges(@ForAll long seed) {
    SourceText written = SourceText.of("shop.toll", new RandomPolicy(new Random(seed)).write());
    SourceText laidOut = laidOut(written);
    assertThat(SourceParser.parse(laidOut).tree().saysTheSameAs(SourceParser.parse(written).tree()))
        .isTrue();
    assertThat(laidOut(laidOut).text()).isEqualTo(laidOut.text());
    assertThat(Compiler.compile(List.of(laidOut)).policy()).isPresent();
  }

  private static SourceText laidOut(SourceText source) {
    return SourceText.of(source.name(), Formatter.format(source).orElseThrow());
  }
}
