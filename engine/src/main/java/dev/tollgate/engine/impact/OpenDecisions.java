package dev.tollgate.engine.impact;

import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Archive;
import dev.tollgate.engine.ledger.Archived;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.Journal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the decisions on calls that are still to end, and no others, so that a ledger can
 * forget all: a log may be longer than memory. For one thread.
 */
final class OpenDecisions
    implements Journal<Remembered, Settlement>,
        Archive<Remembered, Settlement>,
        Entry.Visitor<Remembered, Settlement, Boolean> {

  private final Map<String, Archived<Remembered, Settlement>> open = new HashMap<>();
  private boolean nextWillEnd;
  private long entries;

  /** Says of the next decision whether its call will end. */
  void next(boolean willEnd) {
    nextWillEnd = willEnd;
  }

  @Override
  public void mustAccept() {
    // There is always room.
  }

  @Override
  public long append(Entry<Remembered, Settlement> entry) {
    entry.accept(this);
    entries++;
    return entries;
  }

  @Override
  public Boolean visitTaken(Entry.Taken<Remembered, Settlement> taken) {
    if (nextWillEnd) {
      open.put(
          taken.take().decisionId(),
          new Archived<>(
              taken.take(), taken.drift(), taken.drawn(), taken.answer(), Optional.empty()));
    }
    return nextWillEnd;
  }

  @Override
  public Boolean visitClosed(Entry.Closed<Remembered, Settlement> closed) {
    return open.remove(closed.take().decisionId()) != null;
  }

  @Override
  public Boolean visitAdjusted(Entry.Adjusted<Remembered, Settlement> adjusted) {
    throw new IllegalStateException("a replay adjusts nothing");
  }

  @Override
  public long appended() {
    return entries;
  }

  @Override
  public long archived() {
    return entries;
  }

  @Override
  public Optional<Archived<Remembered, Settlement>> find(String decisionId) {
    return Optional.ofNullable(open.get(decisionId));
  }

  /** No call of a log is asked for again. */
  @Override
  public Optional<Archived<Remembered, Settlement>> answered(
      String product, String account, String requestId) {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> lastDecision(String product, String account) {
    return Optional.empty();
  }

  @Override
  public Optional<String> greatestId() {
    return Optional.empty();
  }
}
