package dev.tollgate.engine.policy;

import java.util.List;
import java.util.Optional;

/**
 * An adjustment of one quota that cuts across editions.
 *
 * @param effects at least one; what is set comes before what is added
 * @param overrides title of another rule that does not apply where this one does
 */
public record Rule(
    String title,
    String product,
    String quota,
    Condition when,
    Stretch during,
    List<Effect> effects,
    Optional<String> overrides,
    Place place) {

  public Rule {
    effects = List.copyOf(effects);
  }

  /** What a rule does. */
  public sealed interface Effect {
    Place place();

    /** Adds to base + seats. */
    record Add(Amount amount, String text, Place place) implements Effect {}

    /** Replaces base + seats. */
    record SetTo(Amount amount, String text, Place place) implements Effect {}

    /** Replaces the cost of the calls it matches. */
    record SetCost(CallCost cost, Place place) implements Effect {}
  }
}
