package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An add-on in the making; the stage that reads its lines fills it. */
final class AddOnDraft {

  final ProductDraft product;
  final ProductClause.AddOn tree;
  final AddOnClauses clauses;
  final Set<String> editions = new LinkedHashSet<>();
  final List<AddOn.Effect> effects = new ArrayList<>();

  /** Set when the lines are read. */
  Unit unit = Units.PIECES;

  Optional<Amount> most = Optional.empty();
  Optional<Condition> needs = Optional.empty();
  Optional<Price> price = Optional.empty();
  Optional<AddOn.Bought> bought = Optional.empty();

  AddOnDraft(ProductDraft product, ProductClause.AddOn tree) {
    this.product = product;
    this.tree = tree;
    this.clauses = new AddOnClauses(tree.clauses());
  }

  Name name() {
    return tree.name();
  }

  /** Whether a line of it could not be read: what it lacks may stand there. */
  boolean isDamaged() {
    return product.draft.isDamaged(name().text());
  }

  /** The add-on of a policy, once everything is known to be right. */
  AddOn build() {
    String name = tree.name().text();
    return new AddOn(
        name,
        tree.title().map(Text::value).orElse(name),
        unit,
        editions,
        effects,
        most,
        needs.orElseThrow(),
        clauses.needsAddOns.stream().map(line -> line.addOn().text()).findFirst(),
        bought,
        !clauses.used.isEmpty(),
        price,
        product.sources().place(tree.name().span()));
  }
}
