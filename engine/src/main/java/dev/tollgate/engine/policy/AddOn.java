package dev.tollgate.engine.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bought extra that acts on quotas of its product.
 *
 * @param unit what its amount is counted in: the unit of the quota it adds to, or a plain count
 * @param editions which may hold it; all when the text names none
 * @param most the largest amount an account may hold; empty for no bound
 * @param needs condition on the profile for holding it
 * @param needsAddOn another add-on that the account must hold
 * @param bought how it is billed when an amount is bought beforehand; empty when that is not
 *     offered
 * @param used whether it can be billed by what was used (each calendar day, account's zone,
 *     monthly)
 */
public record AddOn(
    String name,
    String title,
    Unit unit,
    Set<String> editions,
    List<Effect> effects,
    Optional<Amount> most,
    Condition needs,
    Optional<String> needsAddOn,
    Optional<Bought> bought,
    boolean used,
    Optional<Price> price,
    Place place) {

  public AddOn {
    editions = Set.copyOf(editions);
    effects = List.copyOf(effects);
  }

  /** How the price of a bought amount recurs. */
  public enum Bought {
    /** Priced as a whole each day; a month is quoted as 30 days. */
    PER_DAY,
    PER_MONTH
  }

  /** What holding an add-on does to one quota. */
  public sealed interface Effect {
    String quota();

    Place place();

    /** As many units as are held. */
    record Adds(String quota, Place place) implements Effect {}

    /** {@code each} (in the quota's unit) for each one held. */
    record AddsEach(Amount each, String quota, Place place) implements Effect {}

    /** The sum before add-ons becomes at least this. */
    record Raises(String quota, Amount to, Place place) implements Effect {}

    /** The sum before add-ons becomes this. */
    record Sets(String quota, Amount to, Place place) implements Effect {}
  }
}
