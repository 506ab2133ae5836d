package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionIdsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final DecisionIds ids = new DecisionIds(new SecureRandom());

  @Test
  void anIdHasTwentySixCharactersThatNobodyMistakes() {
    assertThat(ids.next(NOON)).matches("[0-9A-HJKMNP-TV-Z]{26}");
  }

  @Test
  void idsAscendWithinAMillisecondAndWhenTheClockGoesBack() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      made.add(ids.next(i < 500 ? NOON : NOON.minusSeconds(60)));
    }
    made.add(ids.next(NOON.plusMillis(1)));

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theFirstTenCharactersAreTheMillisecond() {
    assertThat(ids.next(Instant.ofEpochMilli(31))).startsWith("000000000Z");
    assertThat(ids.next(Instant.ofEpochMilli(32))).startsWith("0000000010");
  }
}
