package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.terms.Receipt;
import java.util.List;
import java.util.function.UnaryOperator;

/** Each `allot` line. */
final class Allotments implements BehaviourSource {

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    AmountDrafts drafts = new AmountDrafts(product);
    return BehaviourSource.ofVersions(
        product,
        (quota, version) ->
            version.allotments().stream().map(line -> behaviour(quota, version, line, drafts)));
  }

  private static Behaviour behaviour(
      Quota quota, QuotaVersion version, Allotment line, AmountDrafts drafts) {
    Item item = new Item(ItemKind.ALLOTMENT, quota.id(), line.place(), "what the line allots");
    return new Behaviour(
        item,
        seen ->
            seen.ofAmounts(quota.id()).stream()
                .anyMatch(grounds -> has(grounds.terms().receipt().kept(), line.place())),
        trial ->
            drafts.of(
                item,
                new Clause(line.text()),
                version.during(),
                Region.of(line.when()),
                line.editions(),
                UnaryOperator.identity()));
  }

  /** Whether a line of the policy is one of those that an amount is made of. */
  static boolean has(Receipt.Side side, Place place) {
    return side.lines().stream().anyMatch(line -> line.place().filter(place::equals).isPresent());
  }
}
