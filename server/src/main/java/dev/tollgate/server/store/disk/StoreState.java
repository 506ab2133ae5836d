package dev.tollgate.server.store.disk;

import java.util.Optional;

/**
 * How a store is doing.
 *
 * @param appended number of the last change
 * @param written number of the last change that is on disk
 * @param trouble why nothing can be written for now; empty when all is well
 */
public record StoreState(long appended, long written, Optional<String> trouble) {

  /** Changes that are not on disk yet. */
  public long waiting() {
    return appended - written;
  }
}
