package dev.tollgate.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of what would be said of rules that somebody might write. */
class CandidatesTest {

  private static final String SPRING =
      """
      text \"""
        rule "Autumn" for shop.credits {
          when  edition is larg
          add   5
        }
        \"""
      """;

  @Test
  void aTextThatIsWrongGetsItsDiagnosticAtItsLine() {
    assertThat(Shop.ofCredits(SPRING, "expect error T204 at line 2").failure()).isEmpty();
    assertThat(Shop.ofCredits(SPRING, "expect error T204").failure()).isEmpty();
  }

  @Test
  void anotherLineOrAnotherCodeIsAFailureThatSaysWhatIsSo() {
    for (String wrong : List.of("error T204 at line 3", "error T205 at line 2", "no diagnostics")) {
      assertThat(Shop.ofCredits(SPRING, "expect " + wrong).failure())
          .hasValueSatisfying(
              failure -> {
                assertThat(failure.expected()).isEqualTo(wrong);
                assertThat(failure.actual()).isEqualTo("error T204 at line 2");
                assertThat(failure.receipt())
                    .containsExactly(
                        new Reason(
                            Optional.empty(),
                            "line 2",
                            List.of("`larg` is not an edition of shop")));
              });
    }
  }

  @Test
  void allThatIsSaidIsExpectedTogether() {
    String two = SPRING.replace("shop.credits", "shop.credit");

    assertThat(Shop.ofCredits(two, "expect error T203 at line 1").failure()).isPresent();
  }

  @Test
  void aTextThatIsSoundGetsNone() {
    String sound = SPRING.replace("larg\n", "large\n");

    assertThat(Shop.ofCredits(sound, "expect no diagnostics").failure()).isEmpty();
    assertThat(Shop.ofCredits(sound, "expect error T204").failure())
        .hasValueSatisfying(failure -> assertThat(failure.actual()).isEqualTo("no diagnostics"));
  }

  @Test
  void aTextIsReadBesideTheFilesAndCannotChangeThem() {
    String clash =
        """
        text \"""
          rule "Spring" for shop.credits {
            add 1
          }
          \"""
        """;

    assertThat(
            Shop.ofCredits(
                    "account small", clash, "expect error T201 at line 1", "expect allotment 100")
                .failure())
        .isEmpty();
  }
}
