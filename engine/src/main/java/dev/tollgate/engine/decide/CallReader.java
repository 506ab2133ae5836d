package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.terms.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a request asks about in the terms of one product. */
final class CallReader {

  private final Product product;
  private final Problems problems;
  private final ValueReader values;

  CallReader(Product product, Problems problems) {
    this.product = product;
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /**
   * The call; empty when the product has none of that name. What else is wrong is left out of it
   * and becomes a problem.
   *
   * @param pointer to the object that holds the call; empty when it is the whole request
   */
  Optional<ReadCall> read(AskedCall asked, String pointer) {
    Optional<Product.Call> declared = product.call(asked.name());
    if (declared.isEmpty() && !product.open()) {
      List<String> known = product.calls().stream().map(Product.Call::name).toList();
      problems.unknown(pointer + "/call", "call", asked.name(), product.name(), known);
      return Optional.empty();
    }
    if (asked.name().isBlank()) {
      problems.add(pointer + "/call", "missing-call", "a call has a name");
    }
    if (declared.isEmpty() && !asked.params().isEmpty()) {
      problems.add(undeclared(asked.name(), pointer + "/call"));
      return Optional.empty();
    }
    Map<String, Value> params =
        asked.params().isEmpty() ? Map.of() : params(asked, declared, pointer + "/params");
    List<ReadCall> parts = parts(asked, declared, pointer);
    return Optional.of(new ReadCall(asked.name(), declared, params, parts, pointer));
  }

  /** Whoever gives parameters most likely meant another call. */
  private Problem undeclared(String name, String pointer) {
    Optional<String> nearest =
        NearestName.of(name, product.calls().stream().map(Product.Call::name).toList());
    String hint = nearest.map(meant -> "; did you mean `" + meant + "`?").orElse("");
    String message =
        "`" + name + "` is not declared in " + product.name() + ", so it has no parameters" + hint;
    return new Problem(pointer, "unknown-call", message, nearest);
  }

  /** Keys and channel, which all calls of a request share. */
  void readKeys(Map<String, String> keys, Optional<String> channel) {
    keys.forEach(
        (name, value) -> {
          String at = Problems.pointer("/keys", name);
          if (!product.keys().contains(name)) {
            problems.unknown(at, "key", name, product.name(), product.keys());
          } else if (value.isEmpty()) {
            problems.add(at, "empty-key", "`" + name + "` is empty");
          }
        });
    if (channel.filter(String::isEmpty).isPresent()) {
      problems.add("/channel", "empty-channel", "the channel is empty");
    }
  }

  private Map<String, Value> params(
      AskedCall asked, Optional<Product.Call> declared, String pointer) {
    Map<String, Product.Parameter> known = declared.map(Product.Call::parameters).orElse(Map.of());
    Map<String, Value> params = new LinkedHashMap<>();
    asked
        .params()
        .forEach(
            (name, stated) -> {
              String at = Problems.pointer(pointer, name);
              if (known.containsKey(name)) {
                param(asked.name(), known.get(name), stated, at)
                    .ifPresent(value -> params.put(name, value));
              } else {
                problems.unknown(at, "parameter", name, asked.name(), known.keySet());
              }
            });
    return params;
  }

  private Optional<Value> param(
      String call, Product.Parameter parameter, Stated stated, String pointer) {
    Optional<Value> value = values.read(parameter.type(), stated, pointer, parameter.name());
    if (value.isPresent()
        && value.get() instanceof Value.Number number
        && parameter.most().isPresent()
        && number.steps() > parameter.most().getAsLong()) {
      String most = Wording.of(parameter.most().getAsLong());
      problems.add(
          pointer,
          "above-maximum",
          "`" + parameter.name() + "` of " + call + " is at most " + most);
      return Optional.empty();
    }
    return value;
  }

  private List<ReadCall> parts(AskedCall asked, Optional<Product.Call> declared, String pointer) {
    boolean composite = declared.isPresent() && declared.get().composedOf().isPresent();
    if (!composite) {
      if (!asked.calls().isEmpty()) {
        problems.add(
            pointer + "/calls", "not-composite", "`" + asked.name() + "` holds no other calls");
      }
      return List.of();
    }
    int most = declared.get().composedOf().getAsInt();
    if (asked.calls().isEmpty() || asked.calls().size() > most) {
      problems.add(
          pointer + "/calls",
          asked.calls().isEmpty() ? "missing-calls" : "too-many-calls",
          "`" + asked.name() + "` holds 1 to " + most + " calls");
    }
    List<ReadCall> parts = new ArrayList<>();
    for (int i = 0; i < asked.calls().size(); i++) {
      AskedCall part = asked.calls().get(i);
      String at = pointer + "/calls/" + i;
      if (product.call(part.name()).filter(call -> call.composedOf().isPresent()).isPresent()) {
        problems.add(at + "/call", "nested-composite", "a composite holds no other composite");
      } else {
        read(part, at).ifPresent(parts::add);
      }
    }
    return parts;
  }
}
