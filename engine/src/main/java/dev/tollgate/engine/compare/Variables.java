package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the numbers that a formula hangs on, in the order in which it names them, and where it
 * multiplies some of them.
 */
record Variables(Set<Attribute> found, Set<Place> products)
    implements Formula.Visitor<Set<Attribute>> {

  static Set<Attribute> of(Formula... formulas) {
    return in(formulas).found;
  }

  private static Variables in(Formula... formulas) {
    Variables variables = new Variables(new LinkedHashSet<>(), new LinkedHashSet<>());
    for (Formula formula : formulas) {
      formula.accept(variables);
    }
    return variables;
  }

  /** Where two numbers that both vary are multiplied first; empty where none are. */
  static Optional<Place> product(Formula... formulas) {
    return in(formulas).products.stream().findFirst();
  }

  @Override
  public Set<Attribute> visitLinear(Formula.Linear linear) {
    found.addAll(linear.value().factors().keySet());
    return found;
  }

  @Override
  public Set<Attribute> visitNoLimit(Formula.NoLimit noLimit) {
    return found;
  }

  @Override
  public Set<Attribute> visitSum(Formula.Sum sum) {
    return all(sum.parts());
  }

  @Override
  public Set<Attribute> visitTimes(Formula.Times times) {
    return times.value().accept(this);
  }

  @Override
  public Set<Attribute> visitQuotient(Formula.Quotient quotient) {
    return quotient.value().accept(this);
  }

  @Override
  public Set<Attribute> visitGreatest(Formula.Greatest greatest) {
    return all(greatest.choices());
  }

  @Override
  public Set<Attribute> visitLeast(Formula.Least least) {
    return all(least.choices());
  }

  @Override
  public Set<Attribute> visitChosen(Formula.Chosen chosen) {
    return all(List.of(chosen.one(), chosen.other(), chosen.above(), chosen.otherwise()));
  }

  @Override
  public Set<Attribute> visitProduct(Formula.Product product) {
    products.add(product.place());
    return all(List.of(product.left(), product.right()));
  }

  private Set<Attribute> all(List<Formula> formulas) {
    formulas.forEach(formula -> formula.accept(this));
    return found;
  }
}
