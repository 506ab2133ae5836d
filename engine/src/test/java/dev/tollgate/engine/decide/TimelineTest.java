package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-01-01T18:00:00Z");

  private final Timeline<String> line =
      Timeline.<String>empty().with(EVENING, "late").with(NOON, "early");

  @Test
  void aValueHoldsFromItsMomentUntilTheNext() {
    assertThat(line.at(NOON.minusMillis(1))).isEmpty();
    assertThat(line.at(NOON)).contains("early");
    assertThat(line.at(EVENING.minusMillis(1))).contains("early");
    assertThat(line.at(EVENING)).contains("late");
  }

  @Test
  void whatIsStatedAgainForAMomentReplacesWhatWasSaid() {
    assertThat(line.with(NOON, "other").entries())
        .extracting(Timeline.Entry::value)
        .containsExactly("other", "late");
  }

  @Test
  void theNextChangeIsStrictlyLater() {
    assertThat(line.nextAfter(NOON)).contains(EVENING);
    assertThat(line.nextAfter(EVENING)).isEmpty();
  }

  @Test
  void entriesAscend() {
    List<Timeline.Entry<String>> twice =
        List.of(new Timeline.Entry<>(NOON, "a"), new Timeline.Entry<>(NOON, "b"));

    assertThatThrownBy(() -> new Timeline<>(twice)).isInstanceOf(IllegalArgumentException.class);
  }
}
