package dev.tollgate.server.store.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a database is what was written: its structure, its log, and that it goes as far as
 * callers were told. Where it is not, it is refused, or what is lost is said and given up.
 */
final class Inspection {

  private final Path file;
  private final boolean acceptLoss;
  private final List<String> losses = new ArrayList<>();

  Inspection(Path file, boolean acceptLoss) {
    this.file = file;
    this.acceptLoss = acceptLoss;
  }

  /** What was given up, a line each. */
  List<String> losses() {
    return losses;
  }

  /**
   * Inspects everything and brings mark and log together.
   *
   * @return the last group of the log
   * @throws StoreRefused if something is lost and that is not accepted
   */
  Log.Group inspect(Database database, MarkFile mark) throws SQLException, IOException {
    structure(database);
    List<Log.Group> followed = log(database);
    Log.Group last = followed.get(followed.size() - 1);
    Optional<StoreRefused> loss = loss(database, followed, mark.last());
    if (loss.isPresent()) {
      accept(loss.get());
    }
    if (!mark.last().equals(Optional.of(last.mark()))) {
      mark.reset(last.mark());
    }
    database.write(
        session -> {
          Backup.forget(session);
          return true;
        });
    return last;
  }

  private void structure(Database database) throws SQLException {
    Optional<String> fault = Structure.fault(database);
    if (fault.isEmpty()) {
      return;
    }
    accept(StoreRefused.damaged(file, fault.get()));
    Structure.mendIndexes(database);
    Optional<String> still = Structure.fault(database);
    if (still.isPresent()) {
      throw StoreRefused.beyondUse(file, still.get());
    }
  }

  private List<Log.Group> log(Database database) throws SQLException {
    try {
      if (acceptLoss) {
        losses.addAll(database.write(Salvage::dropDamagedRows));
      }
      return database.alone(Log::follow);
    } catch (StoreDamaged damaged) {
      accept(StoreRefused.damaged(file, damaged.getMessage()));
      return List.of(database.write(Log::mend));
    }
  }

  /** What speaks against going on from where the log ends. */
  private Optional<StoreRefused> loss(
      Database database, List<Log.Group> followed, Optional<Mark> told) throws SQLException {
    Mark last = followed.get(followed.size() - 1).mark();
    if (told.isEmpty()) {
      boolean fine = last.equals(Mark.START) || database.alone(Backup::isOne);
      return fine ? Optional.empty() : Optional.of(StoreRefused.withoutMark(file, last));
    }
    if (last.group() < told.get().group()) {
      return Optional.of(StoreRefused.behind(file, last, told.get()));
    }
    return followed.stream().anyMatch(group -> group.mark().equals(told.get()))
        ? Optional.empty()
        : Optional.of(StoreRefused.otherHistory(file, last, told.get()));
  }

  private void accept(StoreRefused loss) {
    if (!acceptLoss) {
      throw loss;
    }
    losses.add(loss.getMessage());
  }
}
