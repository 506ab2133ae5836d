package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.tree.Name;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A declared call.
 *
 * @param parameters by name; calls of one line share them
 * @param composedOf most calls a composite may hold; empty when it is not a composite
 */
record CallDraft(Name name, Map<String, ParameterDraft> parameters, OptionalInt composedOf) {

  /** The parameter of that name, or the one whose singular it is: `record` for `records`. */
  Optional<ParameterDraft> parameter(String name) {
    return Optional.ofNullable(parameters.getOrDefault(name, parameters.get(name + "s")));
  }

  Product.Call build(Sources sources) {
    Map<String, Product.Parameter> built = new LinkedHashMap<>();
    parameters.forEach((key, parameter) -> built.put(key, parameter.build(sources)));
    return new Product.Call(name.text(), built, composedOf, sources.place(name.span()));
  }
}
