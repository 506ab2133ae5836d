package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of a request in the terms of its product.
 *
 * @param declared empty for an undeclared call of an open product
 * @param params those that are given
 * @param parts the calls inside a composite
 * @param pointer to the object in the request that holds its parameters; empty for the whole
 *     request
 */
record ReadCall(
    String name,
    Optional<Product.Call> declared,
    Map<String, Value> params,
    List<ReadCall> parts,
    String pointer) {

  /** Where units are asked for without a call. */
  static final ReadCall NONE = new ReadCall("", Optional.empty(), Map.of(), List.of(), "");

  ReadCall {
    params = Map.copyOf(params);
    parts = List.copyOf(parts);
  }

  /** The same call with another value of a parameter. */
  ReadCall with(String param, long number) {
    Map<String, Value> changed = new java.util.HashMap<>(params);
    changed.put(param, Value.number(number));
    return new ReadCall(name, declared, changed, parts, pointer);
  }
}
