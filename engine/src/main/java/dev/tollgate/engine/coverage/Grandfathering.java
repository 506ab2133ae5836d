package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.terms.Receipt;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Both sides of each `grandfather` clause: the old amount wins, and the new one does. */
final class Grandfathering implements BehaviourSource {

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    AmountDrafts drafts = new AmountDrafts(product);
    return BehaviourSource.ofVersions(
        product,
        (quota, version) ->
            version.grandfathering().stream()
                .flatMap(
                    clause ->
                        Stream.of(true, false)
                            .map(older -> behaviour(quota, version, clause, older, drafts))));
  }

  private static Behaviour behaviour(
      Quota quota,
      QuotaVersion version,
      QuotaVersion.Grandfathering clause,
      boolean older,
      AmountDrafts drafts) {
    String what = older ? "the old amount is greater" : "the new amount is greater";
    Item item = new Item(ItemKind.GRANDFATHERING, quota.id(), clause.place(), what);
    return new Behaviour(
        item,
        seen ->
            seen.ofAmounts(quota.id()).stream()
                .map(grounds -> grounds.terms().receipt())
                .anyMatch(
                    receipt -> compares(receipt, clause) && keepsOlder(receipt, clause) == older),
        trial ->
            drafts.of(
                item,
                new Clause("grandfather " + clause.version()),
                version.during(),
                Region.of(clause.accounts()),
                Set.of(),
                UnaryOperator.identity()));
  }

  private static boolean compares(Receipt receipt, QuotaVersion.Grandfathering clause) {
    return receipt.remarks().stream()
        .anyMatch(line -> line.place().filter(clause.place()::equals).isPresent());
  }

  private static boolean keepsOlder(Receipt receipt, QuotaVersion.Grandfathering clause) {
    return receipt.kept().version().equals(clause.version());
  }
}
