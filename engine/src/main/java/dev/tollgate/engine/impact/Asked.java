package dev.tollgate.engine.impact;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.QuotaVersion;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What clauses ask about an account that it need not have stated. Formulas may do without some of
 * it where the resolver, which looks at one account at a time, must ask.
 */
final class Asked {

  private final Product product;
  private final Set<Attribute> found = new LinkedHashSet<>();

  private Asked(Product product) {
    this.product = product;
  }

  /** All that can matter to the allotment of one quota. */
  static Set<Attribute> by(AllotmentTerms terms) {
    Asked asked = new Asked(terms.product());
    String quota = terms.quota().name();
    for (QuotaVersion version : terms.quota().versions()) {
      version.allotments().stream()
          .filter(line -> line.editions().isEmpty() || line.editions().contains(terms.edition()))
          .forEach(asked::walk);
      asked.walk(version.grandfathering());
    }
    terms.product().rules().stream()
        .filter(rule -> rule.quota().equals(quota))
        .forEach(asked::walk);
    terms.product().addOns().stream()
        .filter(addOn -> addOn.effects().stream().anyMatch(each -> each.quota().equals(quota)))
        .forEach(
            addOn -> {
              asked.walk(addOn.needs());
              asked.walk(addOn.effects());
            });
    terms.contracts().stream().map(Contract::allotments).forEach(asked::walk);
    return asked.found;
  }

  private void walk(Object clause) {
    if (clause instanceof Attribute attribute) {
      if (attribute.kind() == Attribute.Kind.FACT || attribute.kind() == Attribute.Kind.SIGNED_UP) {
        found.add(attribute);
      }
    } else if (clause instanceof Amount.FactValue value) {
      product
          .fact(value.fact())
          .ifPresent(fact -> found.add(Attribute.fact(fact.name(), fact.type().isNumber())));
    } else if (clause instanceof Collection<?> parts) {
      parts.forEach(this::walk);
    } else if (clause instanceof Optional<?> perhaps) {
      perhaps.ifPresent(this::walk);
    } else if (clause instanceof Record) {
      for (RecordComponent part : clause.getClass().getRecordComponents()) {
        walk(part(clause, part));
      }
    }
  }

  private static Object part(Object clause, RecordComponent part) {
    try {
      return part.getAccessor().invoke(clause);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(clause + " cannot be read", impossible);
    }
  }
}
