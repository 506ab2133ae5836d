package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.CounterChange;
import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.server.store.disk.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was written since a checkpoint last began. For the writer alone. */
final class SinceCheckpoint<A, E> implements Projection<A, E> {

  private Set<CounterKey> counters = new LinkedHashSet<>();
  private Instant latest = Instant.EPOCH;

  @Override
  public void apply(Session session, List<Entry<A, E>> entries) {
    for (Entry<A, E> entry : entries) {
      changed(entry.changes());
      latest = entry.at().isAfter(latest) ? entry.at() : latest;
    }
  }

  /** Notes counters that changed. */
  void changed(List<CounterChange> changes) {
    changes.forEach(change -> counters.add(change.key()));
  }

  /** The latest moment of an entry. */
  Instant latest() {
    return latest;
  }

  /** The counters that have changed; from now on those are noted that change again. */
  Collection<CounterKey> begin() {
    Set<CounterKey> begun = counters;
    counters = new LinkedHashSet<>();
    return begun;
  }
}
