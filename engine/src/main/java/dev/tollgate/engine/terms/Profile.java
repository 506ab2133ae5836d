package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an account of one product. Names are those of the policy, values have the types
 * that it declares.
 *
 * @param account its id; empty for an account that was described in a request and is not stored
 * @param edition name of the edition; the empty word in a product that has none
 * @param seats number of each kind by its singular name, from 0; a kind that is absent has none
 * @param facts those that are stated
 * @param zone empty where the product's zone applies
 * @param addOns what is held, by name
 */
public record Profile(
    Optional<String> account,
    String edition,
    Map<String, Long> seats,
    Map<String, Value> facts,
    Optional<LocalDate> signedUp,
    Optional<ZoneId> zone,
    Map<String, Holding> addOns) {

  public Profile {
    seats = Map.copyOf(seats);
    facts = Map.copyOf(facts);
    addOns = Map.copyOf(addOns);
  }

  /** An account of which no more is known than its edition. */
  public static Profile of(String edition) {
    return new Profile(
        Optional.empty(),
        edition,
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** Where a bare date begins for this account. */
  public ZoneId zoneIn(Product product) {
    return zone.orElse(product.zone());
  }

  /** The same without saying whose it is. */
  Profile ofAnybody() {
    return new Profile(Optional.empty(), edition, seats, facts, signedUp, zone, addOns);
  }

  /** The same account holding these add-ons and no others. */
  public Profile holding(Map<String, Holding> addOns) {
    return new Profile(account, edition, seats, facts, signedUp, zone, addOns);
  }
}
