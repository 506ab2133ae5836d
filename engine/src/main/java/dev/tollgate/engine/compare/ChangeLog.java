package dev.tollgate.engine.compare;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found, and remembers what was compared. For use by one thread. */
final class ChangeLog {

  private final List<Change> changes = new ArrayList<>();
  private final Shifts shifts = new Shifts();

  void add(Change change) {
    changes.add(change);
  }

  List<Change> changes() {
    return changes;
  }

  /** Compares; the same question is worked out once. */
  Shifts shifts() {
    return shifts;
  }
}
