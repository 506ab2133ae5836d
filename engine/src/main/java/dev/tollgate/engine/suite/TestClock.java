package dev.tollgate.engine.suite;

import java.time.Instant;
import java.time.InstantSource;

/** The time of one test, which moves only when the test says so. */
final class TestClock implements InstantSource {

  private Instant now;

  TestClock(Instant start) {
    this.now = start;
  }

  void moveTo(Instant moment) {
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
