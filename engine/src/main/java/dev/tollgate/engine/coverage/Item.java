package dev.tollgate.engine.coverage;

import dev.tollgate.engine.policy.Place;
import java.util.Comparator;

/**
 * Something that a policy says and that a test can exercise.
 *
 * @param target whose tests can: {@code crm.credits}
 * @param place the clause that says it
 * @param what it is of the clause: {@code the cap is reached}
 */
public record Item(ItemKind kind, String target, Place place, String what) {

  /** In the order of the files; what one clause says stays in its own order. */
  public static final Comparator<Item> BY_PLACE =
      Comparator.comparing(Item::place).thenComparing(Item::kind);
}
