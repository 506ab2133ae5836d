package dev.tollgate.grammar.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void linesEndWithAnyLineEnd() {
    SourceText source = SourceText.of("a", "one\ntwo\r\nthree\rfour");
    assertThat(source.lineCount()).isEqualTo(4);
    assertThat(source.line(1)).isEqualTo("one");
    assertThat(source.line(2)).isEqualTo("two");
    assertThat(source.line(3)).isEqualTo("three");
    assertThat(source.line(4)).isEqualTo("four");
  }

  @Test
  void positionsAreCountedFromOne() {
    SourceText source = SourceText.of("a", "one\ntwo");
    assertThat(source.position(0)).isEqualTo(new Position(0, 1, 1));
    assertThat(source.position(3)).isEqualTo(new Position(3, 1, 4));
    assertThat(source.position(4)).isEqualTo(new Position(4, 2, 1));
    assertThat(source.position(7)).isEqualTo(new Position(7, 2, 4));
  }

  @Test
  void aPositionOutsideOfTheTextIsAFaultOfTheCaller() {
    assertThatThrownBy(() -> SourceText.of("a", "one").position(4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aByteOrderMarkIsLeftOut() {
    assertThat(SourceText.of("a", "\uFEFFone").text()).isEqualTo("one");
  }

  @Test
  void bytesOfUtf8AreAText() {
    Decoded decoded = SourceText.decode("a", "größe".getBytes(StandardCharsets.UTF_8));
    assertThat(((Decoded.Text) decoded).source().text()).isEqualTo("größe");
  }
}
