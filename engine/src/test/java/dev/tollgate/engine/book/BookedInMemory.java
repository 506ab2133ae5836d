package dev.tollgate.engine.book;

import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Archive;
import dev.tollgate.engine.ledger.Archived;
import dev.tollgate.engine.ledger.Drift;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.Journal;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.Restoration;
import dev.tollgate.engine.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Records of one account, booked from a journal, as a store would keep them. */
final class BookedInMemory implements Records, Journal<Remembered, Settlement> {

  final List<Event> events = new ArrayList<>();
  private final Map<Usage.Key, Usage> usage = new LinkedHashMap<>();
  private final Map<BilledLine.Sort, BilledLine> lines = new LinkedHashMap<>();
  private PriceHistory prices = PriceHistory.EMPTY;
  private long appended;

  Ledger<Remembered, Settlement> ledger() {
    return new Restoration().ledger(this, new NothingArchived(), Drift.NONE);
  }

  void priced(Policy policy, Instant from) {
    prices = prices.with(prices.changes(policy, from));
  }

  @Override
  public void mustAccept() {}

  @Override
  public long append(Entry<Remembered, Settlement> entry) {
    Booked booked = Bookings.of(entry);
    booked.usage().forEach(one -> usage.merge(one.key(), one, Usage::plus));
    booked.lines().forEach(one -> lines.merge(one.sort(), one, BilledLine::plus));
    events.addAll(booked.events());
    return ++appended;
  }

  @Override
  public long appended() {
    return appended;
  }

  @Override
  public long archived() {
    return 0;
  }

  @Override
  public void usage(
      String product, String account, LocalDate from, LocalDate to, Consumer<Usage> told) {
    usage.values().stream().filter(one -> within(one.key().day(), from, to)).forEach(told);
  }

  @Override
  public List<BilledLine> billed(String product, String account, LocalDate from, LocalDate to) {
    return lines.values().stream().filter(one -> within(one.day(), from, to)).toList();
  }

  @Override
  public PriceHistory prices() {
    return prices;
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Everything stays in memory. */
  private static final class NothingArchived implements Archive<Remembered, Settlement> {
    @Override
    public Optional<Archived<Remembered, Settlement>> find(String decisionId) {
      return Optional.empty();
    }

    @Override
    public Optional<String> greatestId() {
      return Optional.empty();
    }

    @Override
    public Optional<Archived<Remembered, Settlement>> answered(
        String product, String account, String requestId) {
      return Optional.empty();
    }

    @Override
    public Optional<Instant> lastDecision(String product, String account) {
      return Optional.empty();
    }
  }
}
