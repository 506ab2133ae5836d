package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The terms of one quota for one account. All amounts are steps of the quota's unit, from 0; {@link
 * dev.tollgate.engine.policy.Unit#UNLIMITED} is no limit.
 *
 * <p>Worked example: `base 5_000 + 250 per user cap 100_000` with 3 users and 1,000 bought credits
 * has 6,750 available, of which 5,750 included, and 93,250 of room under the cap.
 *
 * @param version the one in force: costs are its own, even where grandfathering kept another's
 *     amount
 * @param zone the account's, or the product's for an account that has none
 * @param available what may be consumed in a window; the capacity of a bucket
 * @param included what of it is there without add-ons, at most {@code available}
 * @param roomUnderCap what the cap leaves beside everything that is held
 * @param refill how fast a bucket fills; empty for all other windows
 * @param windowStart first day of the stretches of {@link
 *     dev.tollgate.engine.policy.Window.EveryFrom}; empty for all other windows
 * @param costs the first line that matches a call decides; complete for all calls that the quota
 *     counts. Its conditions may still ask for facts that only matter to some calls.
 * @param failedCallsCost whether a call that fails costs the same
 * @param usedBilling how units beyond {@code included} are billed; empty when none are
 * @param assumed facts that nobody stated, and on whose assumed value the terms depend
 */
public record Entitlement(
    Quota quota,
    QuotaVersion version,
    ZoneId zone,
    long available,
    long included,
    long roomUnderCap,
    Optional<Refill> refill,
    Optional<LocalDate> windowStart,
    List<CallCost> costs,
    boolean failedCallsCost,
    Optional<UsedBilling> usedBilling,
    Receipt receipt,
    List<Product.Fact> assumed,
    Instant validUntil)
    implements Resolved {

  public Entitlement {
    costs = List.copyOf(costs);
    assumed = List.copyOf(assumed);
  }

  /**
   * How a bucket fills: {@code steps} every {@code perMillis}.
   *
   * @param perMillis milliseconds, from 1
   */
  public record Refill(long steps, long perMillis) {}

  /** The add-on that is billed by what was used, and its price list. */
  public record UsedBilling(AddOn addOn, Price price) {}

  /** The same for somebody who does not ask where it comes from. */
  public Entitlement withoutReceipt() {
    return new Entitlement(
        quota,
        version,
        zone,
        available,
        included,
        roomUnderCap,
        refill,
        windowStart,
        costs,
        failedCallsCost,
        usedBilling,
        Receipt.NONE,
        assumed,
        validUntil);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitEntitlement(this);
  }
}
