package dev.tollgate.engine.decide;

import java.time.Instant;

/** When a denied call would be allowed. */
public sealed interface Retry {

  /**
   * From this moment, at which every quota has room if nothing else happens.
   *
   * @param afterSeconds seconds from the decision, rounded up
   */
  record At(Instant at, long afterSeconds) implements Retry {}

  /** Not within the 400 days that are looked ahead: it costs more than the limit. */
  record Never() implements Retry {}

  /** When calls in flight end, which nobody can know. */
  record Unknown() implements Retry {}
}
