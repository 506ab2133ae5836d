package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Stretch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What each add-on does to the quotas that it acts on. */
final class AddOnEffects implements BehaviourSource {

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    List<Behaviour> behaviours = new ArrayList<>();
    for (AddOn addOn : product.addOns()) {
      addOn.effects().forEach(effect -> behaviours.add(behaviour(product, addOn, effect)));
    }
    return behaviours;
  }

  private static Behaviour behaviour(Product product, AddOn addOn, AddOn.Effect effect) {
    String target = product.name() + "." + effect.quota();
    Item item = new Item(ItemKind.ADD_ON, target, effect.place(), "what the add-on does");
    return new Behaviour(
        item,
        seen ->
            seen.ofAmounts(target).stream()
                .anyMatch(
                    grounds -> Allotments.has(grounds.terms().receipt().kept(), effect.place())),
        trial -> drafts(item, product, addOn));
  }

  private static Stream<Draft> drafts(Item item, Product product, AddOn addOn) {
    People people = new People(product);
    List<String> holding = new ArrayList<>();
    addOn.needsAddOn().ifPresent(needed -> holding.add("bought   1 " + needed));
    String way = addOn.bought().isEmpty() && addOn.used() ? "uses     up to " : "bought   ";
    holding.add(way + amount(addOn) + " " + addOn.name());
    return people
        .in(Region.of(addOn.needs()), addOn.editions())
        .flatMap(people::sizesOf)
        .flatMap(
            person ->
                Moments.in(Stretch.FOREVER, product).stream()
                    .map(
                        moment ->
                            AmountDrafts.draft(
                                item, new Clause(addOn.name()), person, moment, holding)));
  }

  private static String amount(AddOn addOn) {
    long steps =
        addOn.price().filter(Price.Packs.class::isInstance).map(Price.Packs.class::cast).stream()
            .flatMap(packs -> packs.packs().stream())
            .map(Price.Pack::size)
            .findFirst()
            .orElse(addOn.unit().steps(BigDecimal.ONE));
    return Literals.of(addOn.unit(), steps);
  }
}
