package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where an account's terms come from, line by line.
 *
 * @param edition canonical name; empty in a product that has none
 */
public record Explanation(
    String product,
    Optional<String> account,
    Instant at,
    Optional<String> edition,
    List<OfQuota> quotas,
    List<OfAddOn> addOns,
    List<Assumed> assumed,
    String policy) {

  public Explanation {
    quotas = List.copyOf(quotas);
    addOns = List.copyOf(addOns);
    assumed = List.copyOf(assumed);
  }

  /**
   * The terms of one quota.
   *
   * @param per whose counter it is, in words
   * @param limit empty for no limit
   * @param parts lines that make up the limit, in the order in which they apply
   * @param costs lines of the cost table, in the order in which they are tried
   * @param until when these terms may change next; empty for never
   * @param missing facts that nobody stated and that could change the terms; then there is neither
   *     a limit nor a part
   */
  public record OfQuota(
      String quota,
      String title,
      String unit,
      String window,
      String per,
      Optional<BigDecimal> limit,
      Optional<BigDecimal> included,
      List<Part> parts,
      List<Because> costs,
      Optional<Instant> until,
      List<String> missing) {
    public OfQuota {
      parts = List.copyOf(parts);
      costs = List.copyOf(costs);
      missing = List.copyOf(missing);
    }
  }

  /**
   * One line of an allotment.
   *
   * @param kind what sort of line: edition, contract, rule, add-on, cap, grandfathering
   * @param amount what it comes to, in the quota's unit; empty for no limit or where it has no
   *     amount
   * @param terms the terms of the sum that it is, each with what it comes to
   */
  public record Part(
      String kind, String text, Optional<BigDecimal> amount, Optional<Place> at, List<Part> terms) {
    public Part {
      terms = List.copyOf(terms);
    }
  }

  /**
   * What the account holds, or may still buy, of an add-on.
   *
   * @param most the largest amount it may hold; empty for no bound
   * @param perDay what the amount held costs a day; empty when it is not bought
   */
  public record OfAddOn(
      String addOn,
      String title,
      Optional<StatedHolding> held,
      Optional<BigDecimal> most,
      List<Because> price,
      Optional<Money> perDay,
      Place at) {
    public OfAddOn {
      price = List.copyOf(price);
    }
  }
}
