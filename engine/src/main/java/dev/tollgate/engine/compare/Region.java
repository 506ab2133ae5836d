package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All accounts and calls for which a condition holds, as a union of boxes. Exact: whether a line
 * can be reached, or two rules can meet, is computed and never sampled.
 *
 * @param boxes none of them empty, none inside another; they may overlap
 */
public record Region(List<Box> boxes) {

  /** Each box is compared with each other: ten times as many would take minutes. */
  public static final int MOST_BOXES = 2_000;

  private static final Region NOTHING = new Region(List.of());
  private static final Region EVERYTHING = new Region(List.of(Box.EVERYTHING));

  public Region {
    boxes = List.copyOf(boxes);
  }

  /** A region that would need more boxes than can be compared in reasonable time. */
  public static final class TooManyBoxes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyBoxes() {
      super("a condition falls apart into more than " + MOST_BOXES + " cases");
    }
  }

  public static Region everything() {
    return EVERYTHING;
  }

  public static Region nothing() {
    return NOTHING;
  }

  public static Region of(Box box) {
    return united(List.of(box));
  }

  /**
   * Where a condition holds.
   *
   * @throws TooManyBoxes if its alternatives multiply beyond {@link #MOST_BOXES}
   */
  public static Region of(Condition condition) {
    if (condition instanceof Condition.Test test) {
      return of(Box.of(test.attribute(), test.values()));
    }
    if (condition instanceof Condition.All all) {
      return all.parts().stream().map(Region::of).reduce(EVERYTHING, Region::intersect);
    }
    if (condition instanceof Condition.Any any) {
      return any.parts().stream().map(Region::of).reduce(NOTHING, Region::union);
    }
    throw new IllegalArgumentException("unknown form of condition: " + condition);
  }

  /** The union of any boxes, without those that add nothing. */
  private static Region united(Iterable<Box> boxes) {
    List<Box> kept = new ArrayList<>();
    for (Box box : boxes) {
      add(box, kept);
    }
    return new Region(kept);
  }

  private static void add(Box box, List<Box> kept) {
    Box added = box;
    if (added.isEmpty()) {
      return;
    }
    for (int at = 0; at < kept.size(); at++) {
      Box other = kept.get(at);
      if (other.covers(added)) {
        return;
      }
      Optional<Box> joined = other.joined(added);
      if (added.covers(other) || joined.isPresent()) {
        added = joined.orElse(added);
        kept.remove(at);
        at = -1;
      }
    }
    kept.add(added);
    if (kept.size() > MOST_BOXES) {
      throw new TooManyBoxes();
    }
  }

  /** The same region where the other is everything: most conditions are that there is none. */
  public Region intersect(Region other) {
    if (other.boxes.equals(EVERYTHING.boxes)) {
      return this;
    }
    List<Box> common = new ArrayList<>();
    for (Box mine : boxes) {
      for (Box theirs : other.boxes) {
        add(mine.intersect(theirs), common);
      }
    }
    return new Region(common);
  }

  public Region union(Region other) {
    List<Box> all = new ArrayList<>(boxes);
    other.boxes.forEach(box -> add(box, all));
    return new Region(all);
  }

  /**
   * What lies here and not in the other.
   *
   * @throws TooManyBoxes if the rest falls apart into more than {@link #MOST_BOXES}
   */
  public Region minus(Region other) {
    if (other == this) {
      return NOTHING;
    }
    List<Box> rest = boxes;
    for (Box cut : other.boxes) {
      List<Box> pieces = new ArrayList<>();
      rest.forEach(box -> box.minus(cut).forEach(piece -> add(piece, pieces)));
      rest = pieces;
    }
    return new Region(rest);
  }

  public boolean isEmpty() {
    return boxes.isEmpty();
  }

  /** Whether all of the other region lies in this one. */
  public boolean covers(Region other) {
    return other.minus(this).isEmpty();
  }

  /** This region without what its attributes can never be; see {@link Box#within}. */
  public Region within(Box domain) {
    return united(boxes.stream().map(box -> box.within(domain)).toList());
  }

  /**
   * A member that states as few attributes as possible.
   *
   * @return values by attribute, those not mentioned being free or not given; empty when the region
   *     is
   */
  public Optional<Map<Attribute, Value>> example() {
    return boxes.stream()
        .map(box -> box.example().orElseThrow())
        .min(Comparator.comparingInt(Map::size));
  }
}
