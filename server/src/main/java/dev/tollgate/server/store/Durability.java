package dev.tollgate.server.store;

/** When a decision may be answered. */
public enum Durability {
  /** When it is on disk: nothing that was answered is ever lost. */
  SYNC(0),
  /**
   * At once; it is on disk soon after. A crash loses at most the last {@value #MOST_BEHIND} changes
   * that were answered.
   */
  ASYNC(Durability.MOST_BEHIND);

  /** Changes that may have been answered without being on disk. */
  public static final int MOST_BEHIND = 4_096;

  private final long behind;

  Durability(long behind) {
    this.behind = behind;
  }

  /** How many changes may be answered before they are on disk. */
  long behind() {
    return behind;
  }
}
