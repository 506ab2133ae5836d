package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tollgate.server.command.Table.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table = new Table("  ", List.of(Side.LEFT, Side.RIGHT, Side.LEFT));

  @Test
  void wordsAreAlignedToTheLeftAndNumbersToTheRight() {
    table.row("base", "10,000", "crm.toll:29").row("per user", "500", "crm.toll:30");
    assertThat(table.text())
        .isEqualTo(
            """
              base      10,000  crm.toll:29
              per user     500  crm.toll:30
            """);
  }

  @Test
  void cellsThatAreMissingAtTheEndLeaveNoBlanks() {
    table.row("base", "10,000", "crm.toll:29").row("a title").row("cap", "");
    assertThat(table.text()).isEqualTo("  base     10,000  crm.toll:29\n  a title\n  cap\n");
  }

  @Test
  void aColumnInWhichNothingStandsTakesNoPlace() {
    table.row("a", "", "b");
    assertThat(table.text()).isEqualTo("  a  b\n");
  }

  @Test
  void aCharacterOfTwoUnitsTakesOnePlace() {
    table.row("\uD835\uDC00", "1").row("b", "2");
    assertThat(table.text()).isEqualTo("  \uD835\uDC00  1\n  b  2\n");
  }

  @Test
  void aRowWithMoreCellsThanColumnsIsAMistakeOfOurs() {
    assertThatIllegalArgumentException().isThrownBy(() -> table.row("1", "2", "3", "4"));
  }
}
