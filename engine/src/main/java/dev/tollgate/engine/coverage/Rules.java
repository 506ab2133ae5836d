package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Each line of a rule that changes an amount; those that change costs are cost lines. */
final class Rules implements BehaviourSource {

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    List<Behaviour> behaviours = new ArrayList<>();
    AmountDrafts drafts = new AmountDrafts(product);
    for (Rule rule : product.rules()) {
      for (Rule.Effect effect : rule.effects()) {
        if (effect instanceof Rule.Effect.Add add) {
          behaviours.add(behaviour(rule, add, add.text(), drafts));
        } else if (effect instanceof Rule.Effect.SetTo set) {
          behaviours.add(behaviour(rule, set, set.text(), drafts));
        }
      }
    }
    return behaviours;
  }

  private static Behaviour behaviour(
      Rule rule, Rule.Effect effect, String text, AmountDrafts drafts) {
    String target = rule.product() + "." + rule.quota();
    Item item = new Item(ItemKind.RULE, target, effect.place(), "what the rule changes");
    return new Behaviour(
        item,
        seen ->
            seen.ofAmounts(target).stream()
                .anyMatch(
                    grounds -> Allotments.has(grounds.terms().receipt().kept(), effect.place())),
        trial ->
            drafts.of(
                item,
                new Clause(rule.title() + ", " + text),
                rule.during(),
                Region.of(rule.when()),
                Set.of(),
                UnaryOperator.identity()));
  }
}
