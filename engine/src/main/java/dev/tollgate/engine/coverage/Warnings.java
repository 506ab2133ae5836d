package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Stretch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Each level at which an answer warns. */
final class Warnings implements BehaviourSource {

  private static final String CLAUSE = "warn at";

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    List<Behaviour> behaviours = new ArrayList<>();
    UseDrafts drafts = new UseDrafts(product);
    for (Quota quota : product.quotas()) {
      Place place = place(policy, quota);
      quota.warnAt().forEach(percent -> behaviours.add(behaviour(quota, percent, place, drafts)));
    }
    return behaviours;
  }

  /** The model does not keep it: it is the first such line below the head of the quota. */
  private static Place place(Policy policy, Quota quota) {
    Place head = quota.place();
    List<String> lines = policy.files().getOrDefault(head.file(), "").lines().toList();
    for (int i = head.line(); i < lines.size(); i++) {
      int column = lines.get(i).indexOf(CLAUSE);
      if (column >= 0 && lines.get(i).substring(0, column).isBlank()) {
        return new Place(head.file(), i + 1, column + 1);
      }
    }
    return head;
  }

  private static Behaviour behaviour(
      Quota quota, BigDecimal percent, Place place, UseDrafts drafts) {
    String what = "the warning at " + Literals.of(percent) + "%";
    Item item = new Item(ItemKind.WARNING, quota.id(), place, what);
    return new Behaviour(
        item,
        seen ->
            seen.product().equals(quota.product())
                && seen.warned().stream().anyMatch(crossed -> crossed.compareTo(percent) == 0)
                && seen.states().stream().anyMatch(state -> state.quota().equals(quota.name())),
        trial ->
            drafts.of(
                item,
                new Clause(quota.name()),
                quota,
                Region.everything(),
                new UseDrafts.Use(Stretch.FOREVER, percent, false, "not warned"),
                trial));
  }
}
