package dev.tollgate.server.command;

import dev.tollgate.engine.impact.FleetImpact;
import dev.tollgate.engine.impact.FleetImpact.Move;
import dev.tollgate.engine.impact.FleetImpact.OfQuota;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a difference means to the accounts that there are, as tables. */
final class FleetGrids {

  private FleetGrids() {}

  /** The summary first, then whom each quota concerns most. */
  static List<Grid> of(FleetImpact fleet) {
    List<Grid> grids = new ArrayList<>();
    grids.add(summary(fleet));
    for (OfQuota quota : fleet.quotas()) {
      moves(quota, "losses", quota.losses()).ifPresent(grids::add);
      moves(quota, "gains", quota.gains()).ifPresent(grids::add);
    }
    return grids;
  }

  private static Grid summary(FleetImpact fleet) {
    List<List<String>> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (OfQuota quota : fleet.quotas()) {
      rows.add(
          List.of(
              quota.quota(),
              Figures.of(quota.accounts()),
              Figures.of(quota.changed()),
              Figures.of(quota.lose()),
              Figures.of(quota.gain()),
              change(quota.before().held(), quota.after().held()),
              Figures.of(quota.before().sum()),
              Figures.of(quota.after().sum())));
      notes.addAll(notes(quota));
    }
    return new Grid(
        "accounts: " + Figures.of(fleet.accounts()),
        List.of(
            "quota",
            "accounts",
            "changed",
            "lose",
            "gain",
            "held by a cap",
            "allotted before",
            "allotted after"),
        1,
        rows,
        notes);
  }

  private static String change(long before, long after) {
    return Figures.of(before) + " → " + Figures.of(after);
  }

  private static List<String> notes(OfQuota quota) {
    List<String> notes = new ArrayList<>();
    switch (quota.there()) {
      case ALWAYS -> {}
      case BEFORE ->
          notes.add(quota.quota() + " is not there any more: it limits nobody afterwards");
      case AFTER -> notes.add(quota.quota() + " was not there before: it limited nobody");
    }
    if (quota.before().unlimited() + quota.after().unlimited() > 0) {
      notes.add(
          "%s without a limit of %s: %s; sums leave them out"
              .formatted(
                  "accounts",
                  quota.quota(),
                  change(quota.before().unlimited(), quota.after().unlimited())));
    }
    note(notes, quota, quota.undecided(), "does not say what the limit depends on");
    note(notes, quota, quota.uncountable(), "has more seats or facts than can be counted");
    note(notes, quota, quota.withoutEdition(), "has an edition that one of the policies lacks");
    return notes;
  }

  private static void note(List<String> notes, OfQuota quota, long accounts, String what) {
    if (accounts > 0) {
      String verb =
          accounts == 1 ? what : what.replaceFirst("^does", "do").replaceFirst("^has", "have");
      notes.add(
          "%s, not counted: %s %s"
              .formatted(quota.quota(), Figures.counted(accounts, "account"), verb));
    }
  }

  private static Optional<Grid> moves(OfQuota quota, String what, List<Move> moves) {
    if (moves.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Grid(
            "largest %s of %s, in %s".formatted(what, quota.quota(), quota.unit().plural()),
            List.of("account", "edition", "before", "after", "difference"),
            2,
            moves.stream().map(FleetGrids::row).toList(),
            List.of()));
  }

  private static List<String> row(Move move) {
    Optional<BigDecimal> by =
        move.before().flatMap(was -> move.after().map(is -> is.subtract(was)));
    return List.of(
        move.account(),
        move.edition(),
        Figures.ofLimit(move.before()),
        Figures.ofLimit(move.after()),
        by.map(number -> (number.signum() > 0 ? "+" : "") + Figures.of(number)).orElse("no limit"));
  }
}
