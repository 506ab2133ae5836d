package dev.tollgate.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Random random = new Random(7);

  private void isBetween(int failures, String least, String most) {
    for (int i = 0; i < 1_000; i++) {
      assertThat(Backoff.USUAL.after(failures, random))
          .isBetween(Duration.parse(least), Duration.parse(most));
    }
  }

  @Test
  void itDoublesUpToItsLongest() {
    isBetween(1, "PT0.5S", "PT1S");
    isBetween(3, "PT2S", "PT4S");
    isBetween(10, "PT4M16S", "PT8M32S");
    isBetween(11, "PT5M", "PT10M");
    isBetween(Integer.MAX_VALUE, "PT5M", "PT10M");
  }

  @Test
  void chanceSpreadsIt() {
    assertThat(random.longs(100).mapToObj(any -> Backoff.USUAL.after(5, random)).distinct())
        .hasSizeGreaterThan(80);
  }
}
