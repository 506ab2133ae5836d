package dev.tollgate.engine.decide;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a request or a stored account says about an account, in the words of the product.
 *
 * @param edition name or other name of an edition; empty in a product that has none
 * @param seats by singular or plural name; a kind that is absent counts 0
 * @param facts by name
 * @param zone name of a time zone; empty for the product's
 * @param addOns by name
 */
public record StatedProfile(
    Optional<String> edition,
    Map<String, Long> seats,
    Map<String, Stated> facts,
    Optional<LocalDate> signedUp,
    Optional<String> zone,
    Map<String, StatedHolding> addOns) {

  /** An account of which nothing is known. */
  public static final StatedProfile NOTHING =
      new StatedProfile(
          Optional.empty(), Map.of(), Map.of(), Optional.empty(), Optional.empty(), Map.of());

  public StatedProfile {
    seats = Ordered.copyOf(seats);
    facts = Ordered.copyOf(facts);
    addOns = Ordered.copyOf(addOns);
  }

  public static StatedProfile ofEdition(String edition) {
    return NOTHING.withEdition(edition);
  }

  public StatedProfile withEdition(String name) {
    return new StatedProfile(Optional.of(name), seats, facts, signedUp, zone, addOns);
  }

  public StatedProfile withSeats(String seat, long number) {
    return new StatedProfile(edition, with(seats, seat, number), facts, signedUp, zone, addOns);
  }

  public StatedProfile withFact(String fact, Stated value) {
    return new StatedProfile(edition, seats, with(facts, fact, value), signedUp, zone, addOns);
  }

  public StatedProfile withSignedUp(LocalDate date) {
    return new StatedProfile(edition, seats, facts, Optional.of(date), zone, addOns);
  }

  public StatedProfile withZone(String name) {
    return new StatedProfile(edition, seats, facts, signedUp, Optional.of(name), addOns);
  }

  public StatedProfile withAddOn(String addOn, StatedHolding holding) {
    return withAddOns(with(addOns, addOn, holding));
  }

  public StatedProfile withAddOns(Map<String, StatedHolding> held) {
    return new StatedProfile(edition, seats, facts, signedUp, zone, held);
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return copy;
  }
}
