package dev.tollgate.server.command;

import dev.tollgate.engine.impact.ReplayImpact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How the calls of a log would have fared, as tables. */
final class ReplayGrids {

  private ReplayGrids() {}

  /** The summary first, then the accounts that fare otherwise. */
  static List<Grid> of(ReplayImpact replay) {
    List<Grid> grids = new ArrayList<>();
    grids.add(summary(replay));
    if (!replay.largest().isEmpty()) {
      grids.add(largest(replay));
    }
    return grids;
  }

  private static Grid summary(ReplayImpact replay) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("allowed", replay.before().allowed(), replay.after().allowed()));
    rows.add(row("denied", replay.before().denied(), replay.after().denied()));
    rows.add(row("not understood", replay.before().refused(), replay.after().refused()));
    for (ReplayImpact.Billed billed : replay.money()) {
      rows.add(
          List.of(
              "billed for use, " + billed.before().currency(),
              Figures.exactly(billed.before().amount()),
              Figures.exactly(billed.after().amount())));
    }
    return new Grid(
        "calls replayed: " + Figures.of(replay.calls()),
        List.of("calls", "before", "after"),
        1,
        rows,
        notes(replay));
  }

  private static List<String> row(String what, long before, long after) {
    return List.of(what, Figures.of(before), Figures.of(after));
  }

  private static List<String> notes(ReplayImpact replay) {
    List<String> notes = new ArrayList<>();
    Set<String> quotas = new TreeSet<>(replay.newlyDenied().keySet());
    quotas.addAll(replay.newlyAllowed().keySet());
    for (String quota : quotas) {
      long denied = replay.newlyDenied().getOrDefault(quota, 0L);
      long allowed = replay.newlyAllowed().getOrDefault(quota, 0L);
      notes.add(
          "%s: %s newly denied, %s newly allowed"
              .formatted(quota, Figures.counted(denied, "call"), Figures.of(allowed)));
    }
    notes.add(
        replay.partings() == 0
            ? "no account fares otherwise"
            : Figures.counted(replay.partings(), "account")
                + (replay.partings() == 1 ? " fares" : " fare")
                + " otherwise");
    refused("before", replay.before().firstRefused()).ifPresent(notes::add);
    refused("after", replay.after().firstRefused()).ifPresent(notes::add);
    return notes;
  }

  private static Optional<String> refused(String when, Optional<String> why) {
    return why.map(words -> "the first call not understood " + when + ", " + words);
  }

  private static Grid largest(ReplayImpact replay) {
    return new Grid(
        "accounts with most calls that fare otherwise",
        List.of("account", "first at", "call", "then", "newly denied", "newly allowed"),
        4,
        replay.largest().stream().map(ReplayGrids::row).toList(),
        List.of());
  }

  private static List<String> row(ReplayImpact.Parting parting) {
    return List.of(
        parting.account(),
        parting.at().toString(),
        parting.call(),
        (parting.denied() ? "denied by " : "no more denied by ") + parting.quota(),
        Figures.of(parting.newlyDenied()),
        Figures.of(parting.newlyAllowed()));
  }
}
