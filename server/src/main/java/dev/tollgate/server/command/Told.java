package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.Change.Amounts;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.compare.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that is told: a change, or several of which the same is to be said.
 *
 * @param title what it is about: {@code crm.credits, allotment of professional}
 * @param names the editions or calls that it is about; none of what is no amount
 * @param change the first of the changes
 * @param lines what it does, where it is no amount
 * @param stories what it does, where it is an amount, for some accounts or calls each
 * @param isOfSome whether for all others, and at any other time, nothing changes
 */
record Told(
    String title,
    Set<String> names,
    Change change,
    Verdict verdict,
    List<String> lines,
    List<Story> stories,
    boolean isOfSome) {

  Told {
    names = Set.copyOf(names);
    lines = List.copyOf(lines);
    stories = List.copyOf(stories);
  }

  /**
   * What an amount does for some accounts or calls.
   *
   * @param whom who they are, and when; empty for everybody at any time
   */
  record Story(
      Amounts amounts, Shift shift, AmountWords words, List<String> lines, Optional<String> whom) {

    Story {
      lines = List.copyOf(lines);
    }
  }
}
