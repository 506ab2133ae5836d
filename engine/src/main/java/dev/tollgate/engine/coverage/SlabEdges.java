package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.compile.AmountBounds;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Stretch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The end of each slab that can be reached: the amount there, one below and one above it; and each
 * size on a price list.
 */
final class SlabEdges implements BehaviourSource {

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    List<Behaviour> behaviours = new ArrayList<>();
    for (AddOn addOn : product.addOns()) {
      addOn.price().ifPresent(price -> addAll(product, addOn, price, behaviours));
    }
    return behaviours;
  }

  private static void addAll(
      Product product, AddOn addOn, Price price, List<Behaviour> behaviours) {
    if (price instanceof Price.Graduated graduated) {
      addAll(product, addOn, graduated.slabs(), behaviours);
    } else if (price instanceof Price.Volume volume) {
      addAll(product, addOn, volume.slabs(), behaviours);
    } else if (price instanceof Price.Packs packs) {
      packs
          .packs()
          .forEach(pack -> behaviours.add(behaviour(product, addOn, pack.size(), pack.place())));
    } else {
      behaviours.add(behaviour(product, addOn, addOn.unit().steps(BigDecimal.ONE), price.place()));
    }
  }

  private static void addAll(
      Product product, AddOn addOn, List<Price.Slab> slabs, List<Behaviour> behaviours) {
    long most = most(addOn);
    for (int i = 0; i < slabs.size(); i++) {
      Price.Slab slab = slabs.get(i);
      if (slab.to() == Long.MAX_VALUE) {
        continue;
      }
      boolean last = i + 1 == slabs.size();
      for (long steps = slab.to() - 1; steps <= slab.to() + (last ? 0 : 1); steps++) {
        if (steps > 0 && steps <= most) {
          behaviours.add(behaviour(product, addOn, steps, slab.place()));
        }
      }
    }
  }

  /** The largest amount that any account may hold, as far as constants tell. */
  private static long most(AddOn addOn) {
    return addOn
        .most()
        .flatMap(amount -> AmountBounds.mostSteps(amount, addOn.unit()))
        .filter(steps -> steps.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0)
        .map(BigDecimal::longValue)
        .orElse(Long.MAX_VALUE);
  }

  private static Behaviour behaviour(Product product, AddOn addOn, long steps, Place place) {
    String target =
        addOn.effects().stream()
            .findFirst()
            .map(effect -> product.name() + "." + effect.quota())
            .orElse(product.name());
    String amount = Literals.of(addOn.unit(), steps) + " " + addOn.name();
    Item item = new Item(ItemKind.SLAB_EDGE, target, place, "the price of " + amount);
    return new Behaviour(
        item,
        seen ->
            seen.product().equals(product.name())
                && Optional.ofNullable(seen.priced().get(addOn.name()))
                    .filter(priced -> priced.compareTo(addOn.unit().amount(steps)) == 0)
                    .isPresent(),
        trial -> drafts(item, product, addOn, amount));
  }

  private static Stream<Draft> drafts(Item item, Product product, AddOn addOn, String amount) {
    String currency = addOn.price().map(Price::currency).orElse("");
    boolean monthly = addOn.bought().filter(AddOn.Bought.PER_MONTH::equals).isPresent();
    String guess = "0 " + currency + (monthly ? " a month" : " a day");
    People people = new People(product);
    List<Instant> moments = Moments.in(Stretch.FOREVER, product);
    return people
        .in(Region.of(addOn.needs()), addOn.editions())
        .flatMap(people::sizesOf)
        .flatMap(
            person ->
                moments.stream()
                    .map(
                        moment -> {
                          List<String> lines = new ArrayList<>(AmountDrafts.begin(person, moment));
                          addOn.needsAddOn().ifPresent(needed -> lines.add("bought   1 " + needed));
                          lines.add("buy      " + amount + "  expect " + Draft.EXPECTED);
                          String title = new Clause(addOn.name()).title(item);
                          return new Draft(item.target(), title, lines, guess);
                        }));
  }
}
