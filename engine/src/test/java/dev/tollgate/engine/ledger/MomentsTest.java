package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private final Moments log = new Moments();

  @Test
  void mergedMomentsKeepWhichUnitsAreBilled() {
    log.add(11, 5, 0);
    log.add(13, 2, 4);
    log.add(21, 0, 3);
    log.coalesce(moment -> moment / 10);

    assertThat(log.size()).isEqualTo(2);
    assertThat(log.since(0)).isEqualTo(new Usage(14, 7));
    assertThat(log.since(14)).isEqualTo(new Usage(3, 0));
    assertThat(log.moment(0)).isEqualTo(13);
  }

  @Test
  void unitsAreTakenBackFromTheMomentTheyWereMergedInto() {
    log.add(11, 5, 0);
    log.add(13, 2, 4);
    log.coalesce(moment -> moment / 10);
    log.remove(portion(11, 5, 0));
    assertThat(log.since(0)).isEqualTo(new Usage(6, 2));

    log.remove(portion(13, 2, 4));
    assertThat(log.isEmpty()).isTrue();
  }

  @Test
  void whatWasDroppedIsNotTakenBack() {
    log.add(11, 5, 0);
    log.add(13, 6, 0);
    log.dropBefore(12);
    log.remove(portion(11, 5, 0));

    assertThat(log.since(0)).isEqualTo(new Usage(6, 6));
  }

  @Test
  void ofWhatWasRefundedOnlyTheRestIsTakenBack() {
    log.add(11, 5, 0);
    log.add(13, 2, 4);
    assertThat(log.refund(5, 0, List.of())).containsExactly(new Portion("", 13, 1, 4));

    assertThat(log.remove(portion(13, 2, 4))).isEqualTo(portion(13, 1, 0));
    assertThat(log.remove(portion(13, 2, 4))).isEqualTo(portion(13, 0, 0));
    assertThat(log.since(0)).isEqualTo(new Usage(5, 5));
  }

  @Test
  void whatIsHeldIsNotRefunded() {
    log.add(11, 5, 0);
    log.add(13, 2, 4);
    List<Portion> held = List.of(portion(13, 2, 3));

    assertThat(log.refundable(0, held)).isEqualTo(new Usage(6, 5));
    assertThat(log.refund(6, 0, held))
        .containsExactly(new Portion("", 13, 0, 1), new Portion("", 11, 5, 0));
    assertThat(log.remove(portion(13, 2, 3))).isEqualTo(portion(13, 2, 3));
  }

  @Test
  void numbersThatNeedMoreThanFourBytesAreKept() {
    long far = 1L << 40;
    log.add(11, far, 0);
    log.add(11 + far, 2, far);

    assertThat(log.moment(1)).isEqualTo(11 + far);
    assertThat(log.since(0)).isEqualTo(new Usage(2 * far + 2, far + 2));
    assertThat(log.copy().since(12)).isEqualTo(new Usage(far + 2, 2));
  }

  @Test
  void spaceIsUsedAgainHoweverLongTheLogGoesOn() {
    for (int moment = 0; moment < 10_000; moment++) {
      log.add(moment, moment, moment % 3);
      log.dropBefore(moment - 9);
    }

    assertThat(log.size()).isEqualTo(10);
    assertThat(log.since(9_999)).isEqualTo(new Usage(9_999, 9_999));
    assertThat(log.moment(0)).isEqualTo(9_990);
  }

  private static Portion portion(long moment, long included, long billed) {
    return new Portion("d1", moment, included, billed);
  }
}
