package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Each allotment that a contract states. */
final class Contracts implements BehaviourSource {

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    List<Behaviour> behaviours = new ArrayList<>();
    AmountDrafts drafts = new AmountDrafts(product);
    for (Contract contract : ofProduct(policy, product)) {
      contract.allotments().forEach(line -> behaviours.add(behaviour(contract, line, drafts)));
    }
    return behaviours;
  }

  /** Those of the product. */
  static List<Contract> ofProduct(Policy policy, Product product) {
    return policy.contracts().stream()
        .filter(contract -> contract.product().equals(product.name()))
        .toList();
  }

  private static Behaviour behaviour(
      Contract contract, Contract.Granted line, AmountDrafts drafts) {
    String target = contract.product() + "." + line.quota();
    Item item = new Item(ItemKind.CONTRACT, target, line.place(), "what the contract allots");
    return new Behaviour(
        item,
        seen ->
            seen.ofAmounts(target).stream()
                .anyMatch(
                    grounds -> Allotments.has(grounds.terms().receipt().kept(), line.place())),
        trial ->
            drafts.of(
                item,
                new Clause(line.text()),
                contract.during(),
                Region.everything(),
                Set.of(),
                person -> person.called(contract.account())));
  }
}
