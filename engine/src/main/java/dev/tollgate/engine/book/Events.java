package dev.tollgate.engine.book;

import java.util.List;

/** The events that were booked, in order. Safe for use by many threads. */
public interface Events {

  /**
   * An event on record.
   *
   * @param number ascends, from 1
   */
  record Numbered(long number, Event event) {}

  /**
   * Events of all accounts and of the service itself.
   *
   * @param number only those after it; 0 for all
   * @param limit most events to return, from 1
   */
  List<Numbered> after(long number, int limit);

  /** The same of one account. */
  List<Numbered> after(String product, String account, long number, int limit);

  /** The number of the last event; 0 when there is none. */
  long last();
}
