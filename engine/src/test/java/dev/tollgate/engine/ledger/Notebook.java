package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a ledger writes everything down, in the bytes that go to disk where there are some. Safe
 * for use by many threads.
 */
final class Notebook implements Journal<Granted, Settled>, Archive<Granted, Settled> {

  private final TreeMap<Long, byte[]> changes = new TreeMap<>();
  private final Map<CounterKey, CounterImage> images = new LinkedHashMap<>();
  private final Map<BilledOn, List<BilledPart>> billed = new LinkedHashMap<>();
  private final Map<String, Archived<Granted, Settled>> decisions = new HashMap<>();
  private final Map<List<String>, String> requests = new HashMap<>();
  private final Map<List<String>, Instant> last = new HashMap<>();
  private long writtenUpTo = Long.MAX_VALUE;
  private boolean full;

  private record BilledOn(String product, String quota, String account, LocalDate day) {}

  /** A ledger that goes on from what was written down until now. */
  synchronized InMemoryLedger<Granted, Settled> open(Drift drift) {
    Restoration restoration = new Restoration();
    images.values().forEach(restoration::image);
    billed.forEach(
        (on, parts) -> restoration.billed(on.product(), on.quota(), on.account(), on.day(), parts));
    changes.forEach((number, bytes) -> restoration.replay(number, Packed.CHANGES.value(bytes)));
    return restoration.ledger(this, this, drift);
  }

  /** All that is written down until now, in a notebook of its own. */
  synchronized Notebook copy() {
    Notebook copy = new Notebook();
    copy.changes.putAll(changes);
    copy.images.putAll(images);
    copy.billed.putAll(billed);
    copy.decisions.putAll(decisions);
    copy.requests.putAll(requests);
    copy.last.putAll(last);
    return copy;
  }

  /** Writes down how a counter stands. */
  synchronized void keep(CounterImage image) {
    images.put(image.key(), image);
  }

  /** From now on nothing more can be written down, or again. */
  synchronized void fill(boolean nowFull) {
    full = nowFull;
  }

  @Override
  public synchronized void mustAccept() {
    if (full) {
      throw new StoreUnreachable("the notebook is full");
    }
  }

  @Override
  public synchronized long append(Entry<Granted, Settled> entry) {
    long number = appended() + 1;
    changes.put(number, Packed.CHANGES.bytes(entry.changes()));
    for (CounterChange change : entry.changes()) {
      if (change instanceof CounterChange.Billed day) {
        CounterKey key = day.key();
        billed.put(
            new BilledOn(key.product(), key.quota(), key.account(), day.day()),
            again(Packed.BILLED, day.parts()));
      }
    }
    return entry.accept(new Writing()) ? number : -1;
  }

  @Override
  public synchronized long appended() {
    return changes.isEmpty() ? 0 : changes.lastKey();
  }

  /** What is appended from now on stays unwritten. */
  synchronized void stopWriting() {
    writtenUpTo = appended();
  }

  @Override
  public synchronized long archived() {
    return Math.min(writtenUpTo, appended());
  }

  @Override
  public synchronized Optional<Archived<Granted, Settled>> find(String decisionId) {
    return Optional.ofNullable(decisions.get(decisionId));
  }

  @Override
  public synchronized Optional<String> greatestId() {
    return decisions.keySet().stream().max(String::compareTo);
  }

  @Override
  public synchronized Optional<Archived<Granted, Settled>> answered(
      String product, String account, String requestId) {
    return Optional.ofNullable(requests.get(List.of(product, account, requestId)))
        .map(decisions::get);
  }

  @Override
  public synchronized Optional<Instant> lastDecision(String product, String account) {
    return Optional.ofNullable(last.get(List.of(product, account)));
  }

  /** A value as it is read from its bytes. */
  private static <T> T again(Form<T> form, T value) {
    return form.value(form.bytes(value));
  }

  /** Stands for an answer that is kept elsewhere. */
  private static Form<Granted> granted(Granted answer) {
    return new Form<>(1, (to, any) -> {}, from -> answer);
  }

  private final class Writing implements Entry.Visitor<Granted, Settled, Boolean> {
    @Override
    public Boolean visitTaken(Entry.Taken<Granted, Settled> taken) {
      Take take = taken.take();
      decisions.put(
          take.decisionId(),
          again(
              Packed.decision(granted(taken.answer())),
              new Archived<>(
                  take, taken.drift(), taken.drawn(), taken.answer(), Optional.empty())));
      take.request()
          .ifPresent(
              request ->
                  requests.put(
                      List.of(take.product(), take.account(), request.id()), take.decisionId()));
      last.put(List.of(take.product(), take.account()), take.at());
      return true;
    }

    @Override
    public Boolean visitClosed(Entry.Closed<Granted, Settled> closed) {
      Archived<Granted, Settled> open = decisions.get(closed.take().decisionId());
      Archived.End<Settled> end =
          again(
              Packed.end(Packed.SETTLED),
              new Archived.End<>(closed.state(), closed.settled(), closed.answer()));
      decisions.put(
          closed.take().decisionId(),
          new Archived<>(open.take(), open.drift(), open.drawn(), open.answer(), Optional.of(end)));
      return true;
    }

    @Override
    public Boolean visitAdjusted(Entry.Adjusted<Granted, Settled> adjusted) {
      return true;
    }
  }
}
