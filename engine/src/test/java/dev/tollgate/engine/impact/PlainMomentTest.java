package dev.tollgate.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PlainMomentTest {

  @Property(tries = 1_000)
  void aPlainMomentIsReadAsEveryOther(
      @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long it) {
    String text = Instant.ofEpochMilli(it).toString();
    assertThat(PlainMoment.millis(text)).hasValue(it);
    assertThat(PlainMoment.millis(text.substring(0, 18))).isEmpty();
  }

  @Test
  void whatIsNoPlainMomentIsLeftToOthers() {
    assertThat(
            Stream.of(
                    "2026-02-29T10:00:00Z",
                    "2026-13-01T10:00:00Z",
                    "2026-01-00T10:00:00Z",
                    "2026-01-01T24:00:00Z",
                    "2026-01-01T10:60:00Z",
                    "2026-01-01T10:00:60Z",
                    "2026-01-01 10:00:00Z",
                    "2026-01-01T10:00:00.5Z",
                    "2026-01-01T10:00:00+1")
                .map(PlainMoment::millis))
        .allMatch(OptionalLong::isEmpty);
  }
}
