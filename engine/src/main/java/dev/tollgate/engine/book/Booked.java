package dev.tollgate.engine.book;

import java.util.List;

/** What one entry of the ledger adds to the records of one account. */
public record Booked(
    String product, String account, List<Usage> usage, List<BilledLine> lines, List<Event> events) {

  public Booked {
    usage = List.copyOf(usage);
    lines = List.copyOf(lines);
    events = List.copyOf(events);
  }
}
