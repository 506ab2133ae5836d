package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Window.CalendarUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

@PropertyDefaults(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
class LocalStretchTest {

  @Property
  void stretchesOfACalendarFollowEachOtherWithoutGapOrOverlap(
      @ForAll("moments") long now, @ForAll("zones") ZoneId zone, @ForAll CalendarUnit unit) {
    LocalStretch stretch = LocalStretch.of(unit, 1, zone, now);

    assertThat(stretch.contains(now)).isTrue();
    assertThat(LocalStretch.of(unit, 1, zone, stretch.from())).isEqualTo(stretch);
    assertThat(LocalStretch.of(unit, 1, zone, stretch.until() - 1)).isEqualTo(stretch);
    assertThat(LocalStretch.of(unit, 1, zone, stretch.until()).from()).isEqualTo(stretch.until());
  }

  @Property
  void stretchesOfDaysFollowEachOtherWithoutGapOrOverlap(
      @ForAll("moments") long now,
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(min = 1, max = 40) int days) {
    LocalDate start = LocalDate.parse("2010-06-01");
    LocalStretch stretch = LocalStretch.ofDays(days, start, zone, now);

    assertThat(stretch.contains(now)).isTrue();
    assertThat(LocalStretch.ofDays(days, start, zone, stretch.from())).isEqualTo(stretch);
    assertThat(LocalStretch.ofDays(days, start, zone, stretch.until() - 1)).isEqualTo(stretch);
    assertThat(LocalStretch.ofDays(days, start, zone, stretch.until()).from())
        .isEqualTo(stretch.until());
  }

  @Provide
  Arbitrary<Long> moments() {
    return Arbitraries.longs()
        .between(
            Instant.parse("2003-01-01T00:00:00Z").toEpochMilli(),
            Instant.parse("2027-01-01T00:00:00Z").toEpochMilli());
  }

  /** Zones that change their clocks at odd times, or by odd amounts, or leave out a day. */
  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",
            "America/Havana",
            "America/Caracas",
            "Asia/Kathmandu",
            "Asia/Pyongyang",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Antarctica/Troll",
            "Africa/Cairo")
        .map(ZoneId::of);
  }
}
