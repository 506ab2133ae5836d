package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Lines;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rule;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the lines of a receipt can be called, by the place they name: the line itself, and the rule,
 * the contract, the version or the add-on that it stands in.
 */
final class Titles {

  private final Policy policy;
  private final Map<Place, Set<String>> titles = new HashMap<>();

  Titles(Policy policy) {
    this.policy = policy;
    for (Product product : policy.products().values()) {
      product.quotas().forEach(quota -> quota.versions().forEach(this::add));
      product.rules().forEach(this::add);
      product.addOns().forEach(this::add);
    }
    policy.contracts().forEach(this::add);
  }

  /** The author's line at a place. */
  String clause(Place place) {
    return policy.line(place);
  }

  /** Where lines of clauses are written. */
  Lines lines() {
    return policy.lines();
  }

  private void add(QuotaVersion version) {
    String[] names = {version.name(), version.title()};
    version.allotments().forEach(line -> put(line.place(), line.text(), names));
    version.costs().forEach(line -> put(line.place(), line.text(), names));
    version.grandfathering().ifPresent(clause -> put(clause.place(), "", names));
  }

  private void add(Rule rule) {
    put(rule.place(), "", rule.title());
    for (Rule.Effect effect : rule.effects()) {
      put(effect.place(), text(effect), rule.title());
    }
  }

  private static String text(Rule.Effect effect) {
    if (effect instanceof Rule.Effect.Add add) {
      return add.text();
    } else if (effect instanceof Rule.Effect.SetTo set) {
      return set.text();
    }
    return ((Rule.Effect.SetCost) effect).cost().text();
  }

  private void add(Contract contract) {
    put(contract.place(), "", contract.title());
    contract.allotments().forEach(line -> put(line.place(), line.text(), contract.title()));
    contract
        .costs()
        .forEach(line -> put(line.cost().place(), line.cost().text(), contract.title()));
  }

  private void add(AddOn addOn) {
    put(addOn.place(), "", addOn.name(), addOn.title());
    addOn.effects().forEach(effect -> put(effect.place(), "", addOn.name(), addOn.title()));
    addOn.price().map(Price::lines).orElse(List.of()).forEach(slab -> put(slab, "", addOn.name()));
  }

  private void put(Place place, String text, String... names) {
    Set<String> called = titles.computeIfAbsent(place, any -> new LinkedHashSet<>());
    called.addAll(List.of(names));
    called.add(text);
    called.remove("");
  }

  /**
   * Whatever is behind what was found: what priced the call or the purchase, and what makes up the
   * account's allotments.
   */
  Set<String> of(Finding finding, Explanation explanation) {
    Set<String> found = new LinkedHashSet<>();
    for (Because line : finding.lines()) {
      add(line.at(), found);
    }
    explanation.quotas().forEach(quota -> quota.parts().forEach(part -> add(part.at(), found)));
    return found;
  }

  private void add(Optional<Place> at, Set<String> found) {
    at.map(place -> titles.getOrDefault(place, Set.of())).ifPresent(found::addAll);
  }
}
