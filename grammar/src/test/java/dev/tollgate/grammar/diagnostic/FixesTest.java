package dev.tollgate.grammar.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FixesTest {

  private static final SourceText SOURCE = SourceText.of("a.toll", "one two\nthree\n");

  @Test
  void severalChangesAreMadeAtOnceInAnyOrder() {
    assertThat(applied(fix(8, 13, "3"), fix(0, 3, "1"), fix(7, 7, ","))).isEqualTo("1 two,\n3\n");
  }

  @Test
  void whereTwoOverlapTheFirstIsMade() {
    assertThat(applied(fix(2, 5, "X"), fix(0, 3, "1"))).isEqualTo("1 two\nthree\n");
  }

  @Test
  void ofTwoInsertionsAtOnePlaceOneIsMade() {
    assertThat(applied(fix(3, 3, "a"), fix(3, 3, "b"))).isEqualTo("onea two\nthree\n");
  }

  @Test
  void aChangeThatIsGivenTwiceIsMadeOnce() {
    assertThat(applied(fix(0, 8, ""), fix(0, 8, ""))).isEqualTo("three\n");
  }

  @Test
  void neighboursDoNotOverlap() {
    assertThat(applied(fix(0, 3, "1"), fix(3, 7, "2"))).isEqualTo("12\nthree\n");
  }

  @Test
  void noChangeLeavesTheText() {
    assertThat(applied()).isEqualTo(SOURCE.text());
  }

  private static Fix fix(int start, int end, String replacement) {
    return new Fix(SOURCE.span(start, end), replacement);
  }

  private static String applied(Fix... fixes) {
    return Fixes.applied(SOURCE, List.of(fixes)).text();
  }
}
