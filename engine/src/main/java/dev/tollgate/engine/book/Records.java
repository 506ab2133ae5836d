package dev.tollgate.engine.book;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * What was booked, to be asked for. Whoever asks after a decision was answered finds it here. Safe
 * for use by many threads.
 */
public interface Records {

  /**
   * Tells the usage of an account from the day {@code from} to the day {@code to}, both included,
   * each key once and in no order.
   */
  void usage(String product, String account, LocalDate from, LocalDate to, Consumer<Usage> told);

  /** What was billed for use in these days, one line of each sort, in no order. */
  List<BilledLine> billed(String product, String account, LocalDate from, LocalDate to);

  /** By which price lists add-ons were sold. */
  PriceHistory prices();
}
