package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.ValueSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which requests are calls of one name, before and after. */
record CallChanges(Product.Call before, Product.Call after) {

  /** How many calls a composite holds; no parameter can have such a name. */
  private static final Attribute INSIDE = Attribute.parameter("calls inside", true);

  /** Whether some are refused that were not, and some are not that were. */
  Verdict verdict() {
    List<Box> refused = requests(before).minus(requests(after));
    List<Box> accepted = requests(after).minus(requests(before));
    return Verdict.of(!refused.isEmpty(), !accepted.isEmpty());
  }

  private Box requests(Product.Call call) {
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>();
    sides.put(INSIDE, ValueSet.between(Math.min(1, inside(call)), inside(call)));
    for (Product.Call each : List.of(before, after)) {
      each.parameters().values().stream()
          .map(CostTerms::attribute)
          .forEach(parameter -> sides.put(parameter, CostTerms.notGiven(parameter)));
    }
    call.parameters()
        .values()
        .forEach(given -> sides.put(CostTerms.attribute(given), CostTerms.values(given)));
    return new Box(sides);
  }

  private static int inside(Product.Call call) {
    return call.composedOf().orElse(0);
  }

  /** What is asked about both: parameters that only one of them has are not given. */
  static Box both(Optional<Product.Call> before, Optional<Product.Call> after, Box calls) {
    Box both = calls;
    for (Product.Parameter each : onlyIn(before, after)) {
      both = both.intersect(notGiven(each));
    }
    for (Product.Parameter each : onlyIn(after, before)) {
      both = both.intersect(notGiven(each));
    }
    return both;
  }

  private static Box notGiven(Product.Parameter parameter) {
    Attribute attribute = CostTerms.attribute(parameter);
    return Box.of(attribute, CostTerms.notGiven(attribute));
  }

  private static List<Product.Parameter> onlyIn(
      Optional<Product.Call> call, Optional<Product.Call> other) {
    List<Attribute> others = attributes(other);
    return call.stream()
        .flatMap(each -> each.parameters().values().stream())
        .filter(parameter -> !others.contains(CostTerms.attribute(parameter)))
        .toList();
  }

  private static List<Attribute> attributes(Optional<Product.Call> call) {
    return call.stream()
        .flatMap(each -> each.parameters().values().stream())
        .map(CostTerms::attribute)
        .toList();
  }
}
