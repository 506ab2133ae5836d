package dev.tollgate.engine.suite;

import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Rule;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which rule or contract a line of a receipt belongs to, by the place it names. */
final class Titles {

  private final Map<Place, String> titles = new HashMap<>();

  Titles(Policy policy) {
    for (Product product : policy.products().values()) {
      for (Rule rule : product.rules()) {
        titles.put(rule.place(), rule.title());
        rule.effects().forEach(effect -> titles.put(effect.place(), rule.title()));
      }
    }
    for (Contract contract : policy.contracts()) {
      titles.put(contract.place(), contract.title());
      contract.allotments().forEach(line -> titles.put(line.place(), contract.title()));
      contract.costs().forEach(line -> titles.put(line.cost().place(), contract.title()));
    }
  }

  /**
   * The rules and contracts behind what was found: those that priced the call, and those that make
   * up the account's allotments.
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
    at.map(titles::get).ifPresent(found::add);
  }
}
