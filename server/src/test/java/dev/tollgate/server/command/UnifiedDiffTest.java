package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

  @Test
  void equalTextsHaveNoDifference() {
    assertThat(UnifiedDiff.of("a", "one\ntwo\n", "one\ntwo\n")).isEmpty();
    assertThat(UnifiedDiff.of("a", "", "")).isEmpty();
  }

  @Test
  void aChangedLineStandsAmongThreeOnEachSide() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    assertThat(UnifiedDiff.of("a.toll", before, before.replace("5", "five")))
        .isEqualTo(
            """
            --- a.toll
            +++ a.toll
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            """);
  }

  @Test
  void linesFarApartStandInHunksOfTheirOwn() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
    assertThat(UnifiedDiff.of("a", before, before.replace("2\n", "").replace("9\n", "9\n9\n")))
        .contains("@@ -1,5 +1,4 @@\n 1\n-2\n 3\n", "@@ -7,4 +6,5 @@\n 7\n 8\n 9\n+9\n 10\n");
  }

  @Test
  void aMissingLineEndIsSaid() {
    assertThat(UnifiedDiff.of("a", "one\ntwo", "one\ntwo\n"))
        .isEqualTo(
            """
            --- a
            +++ a
            @@ -1,2 +1,2 @@
             one
            -two
            \\ No newline at end of file
            +two
            """);
  }

  @Test
  void aTextThatGrowsFromNothingIsAllNew() {
    assertThat(UnifiedDiff.of("a", "", "one\n")).endsWith("@@ -0,0 +1,1 @@\n+one\n");
  }
}
