package dev.tollgate.engine.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until a test moves it. */
public final class SettableClock implements InstantSource {

  private volatile Instant now;

  public SettableClock(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void set(String moment) {
    now = Instant.parse(moment);
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }
}
