package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    log.remove(11, 5, 0);
    assertThat(log.since(0)).isEqualTo(new Usage(6, 2));

    log.remove(13, 2, 4);
    assertThat(log.isEmpty()).isTrue();
  }

  @Test
  void whatWasDroppedIsNotTakenBack() {
    log.add(11, 5, 0);
    log.add(13, 6, 0);
    log.dropBefore(12);
    log.remove(11, 5, 0);

    assertThat(log.since(0)).isEqualTo(new Usage(6, 6));
  }

  @Test
  void moreThanWasAddedCannotBeTakenBack() {
    log.add(11, 5, 1);

    assertThatThrownBy(() -> log.remove(11, 7, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> log.remove(11, 1, 2)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> log.remove(12, 1, 0)).isInstanceOf(IllegalStateException.class);
  }
}
