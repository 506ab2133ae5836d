package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the numbers that a formula hangs on, in the order in which it names them. */
record Variables(Set<Attribute> found) implements Formula.Visitor<Set<Attribute>> {

  static Set<Attribute> of(Formula... formulas) {
    Variables variables = new Variables(new LinkedHashSet<>());
    for (Formula formula : formulas) {
      formula.accept(variables);
    }
    return variables.found;
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

  private Set<Attribute> all(List<Formula> formulas) {
    formulas.forEach(formula -> formula.accept(this));
    return found;
  }
}
