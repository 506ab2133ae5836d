package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
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
   * Judges conditions; notes the first test that some pass and others do not. What was worked out
   * with such a condition means nothing.
   */
  static final class Judge {

    private final Box box;
    private Optional<Condition.Test> divided = Optional.empty();

    private Judge(Box box) {
      this.box = box;
    }

    /** Whom conditions are judged for. */
    Box box() {
      return box;
    }

    boolean holds(Condition condition) {
      Truth truth = judge(condition);
      if (truth == Truth.UNKNOWN && divided.isEmpty()) {
        condition.forEachTest(
            test -> {
              if (divided.isEmpty() && judge(test) == Truth.UNKNOWN) {
                divided = Optional.of(test);
              }
            });
      }
      return truth == Truth.TRUE;
    }

    private Truth judge(Condition condition) {
      if (condition instanceof Condition.Test test) {
        ValueSet side = box.side(test.attribute());
        if (side.intersect(test.values()).isEmpty()) {
          return Truth.FALSE;
        }
        return side.minus(test.values()).isEmpty() ? Truth.TRUE : Truth.UNKNOWN;
      } else if (condition instanceof Condition.All all) {
        return decided(all.parts(), Truth.FALSE, Truth.TRUE);
      } else if (condition instanceof Condition.Any any) {
        return decided(any.parts(), Truth.TRUE, Truth.FALSE);
      }
      throw new IllegalArgumentException("unknown form of condition: " + condition);
    }

    /** One part decides alone; otherwise all of them must agree. */
    private Truth decided(List<Condition> parts, Truth alone, Truth together) {
      Truth outcome = together;
      for (Condition part : parts) {
        Truth truth = judge(part);
        if (truth == alone) {
          return alone;
        }
        outcome = truth == Truth.UNKNOWN ? truth : outcome;
      }
      return outcome;
    }
  }

  /**
   * All answers, which together are for the whole box. Where a condition turns out not to matter,
   * those for whom it holds and the others stay together.
   *
   * @throws TooFine if it falls apart into very many
   */
  static <T> List<Case<T>> of(Box box, Function<Judge, T> work) {
    return box.isEmpty() ? List.of() : of(box, work, new Count());
  }

  private static <T> List<Case<T>> of(Box box, Function<Judge, T> work, Count count) {
    count.add();
    Judge judge = new Judge(box);
    T value = work.apply(judge);
    if (judge.divided.isEmpty()) {
      return List.of(new Case<>(box, value));
    }
    Condition.Test test = judge.divided.get();
    Box others = Box.of(test.attribute(), test.values().complement());
    List<Case<T>> cases = new ArrayList<>(of(box.intersect(others), work, count));
    cases.addAll(of(box.intersect(Box.of(test.attribute(), test.values())), work, count));
    boolean alike = cases.size() == 2 && cases.get(0).value().equals(cases.get(1).value());
    return alike ? List.of(new Case<>(box, cases.get(0).value())) : cases;
  }

  /** How often a box was looked at: for each case twice at most. */
  private static final class Count {
    private int boxes;

    void add() {
      boxes++;
      if (boxes > 2 * MOST) {
        throw new TooFine("accounts fall apart into more than " + MOST + " cases");
      }
    }
  }
}
