package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Condition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Works something out for all accounts and calls of a box at once: where a condition holds for some
 * and not for others, for both apart.
 */
public final class Cases {

  private static final int MOST = 4_000;

  private Cases() {}

  /**
   * One answer and whom it is for.
   *
   * @param box the accounts and calls; it overlaps with none of the other cases'
   */
  public record Case<T>(Box box, T value) {}

  /**
   * Judges conditions; notes the first that holds for some and not for others. What was worked out
   * with such a condition means nothing.
   */
  static final class Judge {

    private final Box box;
    private Optional<Region> divided = Optional.empty();

    private Judge(Box box) {
      this.box = box;
    }

    /** Whom conditions are judged for. */
    Box box() {
      return box;
    }

    boolean holds(Condition condition) {
      if (condition.isAlways()) {
        return true;
      }
      Region held = Region.of(condition).intersect(Region.of(box));
      if (held.isEmpty()) {
        return false;
      }
      if (held.covers(Region.of(box))) {
        return true;
      }
      divided = divided.isPresent() ? divided : Optional.of(held);
      return false;
    }
  }

  /**
   * All answers, which together are for the whole box.
   *
   * @throws TooFine if it falls apart into very many
   */
  static <T> List<Case<T>> of(Box box, Function<Judge, T> work) {
    List<Case<T>> cases = new ArrayList<>();
    Deque<Box> open = new ArrayDeque<>();
    if (!box.isEmpty()) {
      open.add(box);
    }
    while (!open.isEmpty()) {
      Judge judge = new Judge(open.removeFirst());
      T value = work.apply(judge);
      if (judge.divided.isEmpty()) {
        cases.add(new Case<>(judge.box, value));
      } else {
        List<Box> parts = divided(judge.box, judge.divided.get());
        for (int last = parts.size() - 1; last >= 0; last--) {
          open.addFirst(parts.get(last));
        }
      }
      if (cases.size() + open.size() > MOST) {
        throw new TooFine("accounts fall apart into more than " + MOST + " cases");
      }
    }
    return cases;
  }

  /** The box where a condition does not hold, then where it does; none of the parts overlap. */
  private static List<Box> divided(Box box, Region held) {
    List<Box> inside = new ArrayList<>();
    List<Box> rest = List.of(box);
    for (Box each : held.boxes()) {
      List<Box> outside = new ArrayList<>();
      for (Box part : rest) {
        Box common = part.intersect(each);
        if (!common.isEmpty()) {
          inside.add(common);
        }
        outside.addAll(part.minus(each));
      }
      rest = outside;
    }
    List<Box> parts = new ArrayList<>(rest);
    parts.addAll(inside);
    return parts;
  }
}
