package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void theSamplesOfTheLanguageCompileWithoutErrors() {
    Compiled compiled = Samples.folder().compile();
    assertThat(Samples.printed(compiled)).doesNotContain(": error ");
    assertThat(compiled.policy()).isPresent();
  }
}
