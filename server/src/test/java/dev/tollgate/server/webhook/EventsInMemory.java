package dev.tollgate.server.webhook;

import dev.tollgate.engine.book.Event;
import dev.tollgate.engine.book.Events;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a store keeps, as it is after a restart too. */
final class EventsInMemory implements Events, Cursors {

  private final List<Numbered> events = new CopyOnWriteArrayList<>();
  private final Map<String, Long> cursors = new ConcurrentHashMap<>();

  void happened() {
    Instant at = Instant.parse("2026-01-01T10:00:00Z");
    events.add(
        new Numbered(
            events.size() + 1L,
            new Event(at, "", "", new Event.ClockJumped(at, at.plusSeconds(9)))));
  }

  @Override
  public List<Numbered> after(long number, int limit) {
    return events.stream().filter(it -> it.number() > number).limit(limit).toList();
  }

  @Override
  public List<Numbered> after(String product, String account, long number, int limit) {
    throw new AssertionError("receivers are told of all accounts");
  }

  @Override
  public long last() {
    return events.size();
  }

  @Override
  public OptionalLong read(String address) {
    Long number = cursors.get(address);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  @Override
  public void note(String address, long number) {
    cursors.put(address, number);
  }
}
