package dev.tollgate.server.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a service keeps what it knows.
 *
 * @param folder empty for memory, which is gone when the service stops
 * @param durability without meaning in memory
 * @param acceptLoss whether to go on from what is there when something is lost or damaged
 */
public record StoreSettings(Optional<Path> folder, Durability durability, boolean acceptLoss) {

  /** How many changes may be answered before they are written down. */
  long behind() {
    return folder.isPresent() ? durability.behind() : Durability.MOST_BEHIND;
  }

  /** Keeps nothing. */
  public static StoreSettings memory() {
    return new StoreSettings(Optional.empty(), Durability.ASYNC, false);
  }

  /** Keeps everything in a folder, each decision before it is answered. */
  public static StoreSettings in(Path folder) {
    return new StoreSettings(Optional.of(folder), Durability.SYNC, false);
  }

  /** The same with another durability. */
  public StoreSettings with(Durability other) {
    return new StoreSettings(folder, other, acceptLoss);
  }

  /** The same, going on from what is there when something is lost. */
  public StoreSettings acceptingLoss() {
    return new StoreSettings(folder, durability, true);
  }
}
