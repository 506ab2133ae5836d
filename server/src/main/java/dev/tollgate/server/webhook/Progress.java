package dev.tollgate.server.webhook;

import dev.tollgate.engine.book.Events;
import dev.tollgate.server.http.metric.Metrics;

/** How far one receiver has been told. Thread safe. */
final class Progress {

  private final String address;
  private final String name;
  private final Events events;
  private final Cursors cursors;
  private final Metrics metrics;
  private volatile long done;

  /** A receiver that is new is told of what happens from now on. */
  Progress(String address, String name, Events events, Cursors cursors, Metrics metrics) {
    this.address = address;
    this.name = name;
    this.events = events;
    this.cursors = cursors;
    this.metrics = metrics;
    this.done = cursors.read(address).orElseGet(this::begin);
    metrics.waiting(name, () -> events.last() - done);
  }

  private long begin() {
    long last = events.last();
    cursors.note(address, last);
    return last;
  }

  long done() {
    return done;
  }

  void done(long number, Outcome outcome) {
    metrics.told(name, outcome.toString());
    done = number;
    cursors.note(address, number);
  }

  void failed() {
    metrics.told(name, Outcome.FAILED.toString());
  }
}
