package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.terms.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Both sides of each cap; an account exactly at its cap has reached it. */
final class Caps implements BehaviourSource {

  /** A line with a cap. */
  private record Capped(
      String target,
      Place place,
      String text,
      Stretch during,
      Region region,
      Set<String> editions,
      UnaryOperator<Person> change) {}

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    AmountDrafts drafts = new AmountDrafts(product);
    List<Behaviour> behaviours =
        new ArrayList<>(
            BehaviourSource.ofVersions(
                product,
                (quota, version) ->
                    version.allotments().stream()
                        .filter(line -> hasCap(line.grant()))
                        .map(line -> capped(quota, version, line))
                        .flatMap(line -> behaviours(line, drafts))));
    for (Contract contract : Contracts.ofProduct(policy, product)) {
      contract.allotments().stream()
          .filter(line -> hasCap(line.grant()))
          .map(line -> capped(contract, line))
          .flatMap(line -> behaviours(line, drafts))
          .forEach(behaviours::add);
    }
    return behaviours;
  }

  private static Stream<Behaviour> behaviours(Capped line, AmountDrafts drafts) {
    return Stream.of(true, false).map(reached -> behaviour(line, reached, drafts));
  }

  private static boolean hasCap(Allotment.Grant grant) {
    return grant instanceof Allotment.Grant.Limit limit && limit.cap().isPresent();
  }

  private static Capped capped(Quota quota, QuotaVersion version, Allotment line) {
    return new Capped(
        quota.id(),
        line.place(),
        line.text(),
        version.during(),
        Region.of(line.when()),
        line.editions(),
        UnaryOperator.identity());
  }

  private static Capped capped(Contract contract, Contract.Granted line) {
    return new Capped(
        contract.product() + "." + line.quota(),
        line.place(),
        line.text(),
        contract.during(),
        Region.everything(),
        Set.of(),
        person -> person.called(contract.account()));
  }

  private static Behaviour behaviour(Capped line, boolean reached, AmountDrafts drafts) {
    String what = reached ? "the cap is reached" : "the amount stays below the cap";
    Item item = new Item(ItemKind.CAP, line.target(), line.place(), what);
    return new Behaviour(
        item,
        seen ->
            seen.ofAmounts(line.target()).stream()
                .map(grounds -> grounds.terms().receipt().kept())
                .anyMatch(side -> Allotments.has(side, line.place()) && isFull(side) == reached),
        trial ->
            drafts.of(
                item,
                new Clause(line.text()),
                line.during(),
                line.region(),
                line.editions(),
                line.change()));
  }

  private static boolean isFull(Receipt.Side side) {
    return side.roomUnderCap() == 0;
  }
}
