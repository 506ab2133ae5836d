package dev.tollgate.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.parse.Parsed;
import dev.tollgate.grammar.parse.SourceParser;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RandomPolicyTest {

  @Property(tries = 300)
  void isTextOfTheLanguage(@ForAll long seed) {
    String text = new RandomPolicy(new Random(seed)).write();
    Parsed parsed = SourceParser.parse(SourceText.of("shop.toll", text));
    assertThat(parsed.diagnostics()).as(text).isEmpty();
  }
}
