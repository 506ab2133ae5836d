package dev.tollgate.engine.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an allotment comes from, line by line.
 *
 * @param kept what applies
 * @param passedOver the other side of grandfathering; empty where nothing was compared
 * @param remarks how grandfathering was decided, and what was assumed
 */
public record Receipt(Side kept, Optional<Side> passedOver, List<ReceiptLine> remarks) {

  /** Of terms of which nobody asks where they come from. */
  public static final Receipt NONE =
      new Receipt(new Side("", List.of(), 0, 0, 0), Optional.empty(), List.of());

  public Receipt {
    remarks = List.copyOf(remarks);
  }

  /**
   * What one version comes to.
   *
   * @param version name of the version; empty in a quota that has only one
   * @param lines in the order in which they act: the allotment or the contract first, then rules,
   *     add-ons and the cap
   * @param available under the cap, add-ons included; the capacity of a bucket
   * @param included the same without add-ons, at most {@code available}
   * @param roomUnderCap what the cap leaves beside everything that is held, from 0
   */
  public record Side(
      String version, List<ReceiptLine> lines, long available, long included, long roomUnderCap) {
    public Side {
      lines = List.copyOf(lines);
    }
  }

  /** The lines of the side that applies, then the remarks. */
  public List<ReceiptLine> lines() {
    List<ReceiptLine> lines = new ArrayList<>(kept.lines());
    lines.addAll(remarks);
    return lines;
  }
}
