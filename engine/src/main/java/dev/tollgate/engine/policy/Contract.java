package dev.tollgate.engine.policy;

import java.util.List;

/**
 * Terms agreed with one account. What it states replaces the edition's; the rest stays.
 *
 * @param account id of the account
 * @param keepGreater whether grandfathering goes on beside a stated allotment
 */
public record Contract(
    String title,
    String product,
    String account,
    Stretch during,
    List<Granted> allotments,
    List<Costs> costs,
    boolean keepGreater,
    Place place) {

  public Contract {
    allotments = List.copyOf(allotments);
    costs = List.copyOf(costs);
  }

  /** The same, with other terms. */
  public Contract with(List<Granted> allotments, List<Costs> costs) {
    return new Contract(title, product, account, during, allotments, costs, keepGreater, place);
  }

  /** The allotment of one quota. */
  public record Granted(String quota, Allotment.Grant grant, String text, Place place) {}

  /** The cost of some calls in one quota. */
  public record Costs(String quota, CallCost cost) {}
}
