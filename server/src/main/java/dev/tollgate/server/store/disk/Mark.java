package dev.tollgate.server.store.disk;

/**
 * How far the log was written when somebody was last told so.
 *
 * @param group number of the group, from 1; 0 when there was none yet
 * @param hash of that group
 */
public record Mark(long group, Hash hash) {

  /** Before the first group. */
  public static final Mark START = new Mark(0, Hash.OF_NOTHING);

  @Override
  public String toString() {
    return "group " + group + " (" + hash.shortened() + ")";
  }
}
