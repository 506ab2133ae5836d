package dev.tollgate.engine.coverage;

import dev.tollgate.engine.decide.Grounds;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Stretch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The last moment before each change of versions, and the first one after. */
final class VersionChanges implements BehaviourSource {

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    AmountDrafts drafts = new AmountDrafts(product);
    return BehaviourSource.ofVersions(
        product,
        (quota, version) ->
            Stream.concat(
                version.during().from().stream().map(begin -> begin(quota, version, begin, drafts)),
                version.during().until().stream().map(end -> end(quota, version, end, drafts))));
  }

  private static Behaviour begin(
      Quota quota, QuotaVersion version, Stretch.Bound begin, AmountDrafts drafts) {
    return behaviour(quota, version, "the first moment, " + begin, begin, 0, drafts);
  }

  private static Behaviour end(
      Quota quota, QuotaVersion version, Stretch.Bound end, AmountDrafts drafts) {
    return behaviour(quota, version, "the last moment before " + end, end, 1, drafts);
  }

  private static Behaviour behaviour(
      Quota quota,
      QuotaVersion version,
      String what,
      Stretch.Bound bound,
      long millisBefore,
      AmountDrafts drafts) {
    Item item = new Item(ItemKind.VERSION_CHANGE, quota.id(), version.place(), what);
    Clause clause = new Clause("version " + version.name());
    return new Behaviour(
        item,
        seen ->
            seen.at().equals(moment(bound, seen.zone(), millisBefore))
                && (isSeen(seen.ofAmounts(quota.id()), version)
                    || isSeen(seen.ofCosts(quota.id()), version)),
        trial -> drafts.at(item, clause, moment(bound, drafts.zone(), millisBefore)));
  }

  private static boolean isSeen(List<Grounds> grounds, QuotaVersion version) {
    return grounds.stream()
        .anyMatch(each -> each.terms().version().place().equals(version.place()));
  }

  private static Instant moment(Stretch.Bound bound, ZoneId zone, long millisBefore) {
    return bound.in(zone).minusMillis(millisBefore);
  }
}
