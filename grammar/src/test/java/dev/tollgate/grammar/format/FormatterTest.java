package dev.tollgate.grammar.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.SourceText;
import org.junit.jupiter.api.Test;

class FormatterTest {

  @Test
  void aTextWithErrorsHasNoLayout() {
    assertThat(Formatter.format(SourceText.of("a.toll", "product crm {\n  edition base\n}\n")))
        .isEmpty();
  }

  @Test
  void anEmptyTextStaysEmpty() {
    assertThat(formatted("")).isEmpty();
    assertThat(formatted("\n\n")).isEmpty();
  }

  @Test
  void blocksAreIndentedAndABraceEndsItsLine() {
    assertThat(formatted("product a{edition free}\n"))
        .isEqualTo(
            """
            product a {
              edition free
            }
            """);
  }

  @Test
  void blankLinesSurviveSinglyButNotAtTheEdgesOfABlock() {
    assertThat(formatted("\n\nproduct a {\n\n edition free\n\n\n edition pro\n\n}\n\n\n"))
        .isEqualTo(
            """
            product a {
              edition free

              edition pro
            }
            """);
  }

  @Test
  void digitsAreGroupedInThreesButNotInABody() {
    assertThat(
            formatted(
                """
                product a {
                quota q in calls {
                allot 5000
                allot 1234567.5 + 12_345 + 999
                deny
                body {"n": 5000}
                }
                }
                """))
        .contains("allot  5_000\n", "1_234_567.5  + 12_345  + 999\n", "{\"n\": 5000}\n");
  }

  @Test
  void commentsStayWhereTheyBelong() {
    assertThat(
            formatted(
                """
                # first
                product a { # header
                    # above
                  edition free #tail
                  edition professional # another
                  # last
                } # end
                """))
        .isEqualTo(
            """
            # first
            product a {  # header
              # above
              edition free          #tail
              edition professional  # another
              # last
            }  # end
            """);
  }

  @Test
  void linesEndWithALineFeedWhateverEndedThemBefore() {
    String canonical = "product a {\n  edition free  # none\n}\n";
    assertThat(formatted(canonical.replace("\n", "\r\n"))).isEqualTo(canonical);
    assertThat(formatted(canonical.replace("\n", "\r"))).isEqualTo(canonical);
    assertThat(formatted("\uFEFF" + canonical)).isEqualTo(canonical);
    assertThat(formatted(canonical.strip())).isEqualTo(canonical);
  }

  @Test
  void columnsEndAtABlankLine() {
    assertThat(
            formatted(
                """
                product a {
                  quota q in calls {
                    allot free base 5 cap 10
                    allot pro base 5_000 + 5 per user cap 100

                    allot enterprise 7
                  }
                }
                """))
        .contains(
            """
                allot free  base 5                    cap 10
                allot pro   base 5_000  + 5 per user  cap 100

                allot enterprise  7
            """);
  }

  @Test
  void oneChangedNumberOfTheSameWidthIsAOneLineChange() {
    String text =
        """
        product a {
          quota q in calls {
            allot free  base 5_000  cap 10_000
            allot pro   base 6_000  cap 20_000
          }
        }
        """;
    assertThat(formatted(text.replace("6_000", "7_000")))
        .isEqualTo(formatted(text).replace("6_000", "7_000"));
  }

  private static String formatted(String text) {
    return Formatter.format(SourceText.of("a.toll", text)).orElseThrow();
  }
}
