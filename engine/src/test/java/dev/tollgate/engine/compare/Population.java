package dev.tollgate.engine.compare;

import dev.tollgate.engine.compare.BothPolicies.Asked;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;

/** Accounts and calls of one product, drawn at random. */
final class Population {

  private static final int MOST_INSIDE = 3;

  private final Product product;
  private final List<Instant> moments;
  private final Random random;
  private final Map<Attribute, Function<Random, Value>> stated = new LinkedHashMap<>();
  private final Map<Attribute, Function<Random, Value>> perhaps = new LinkedHashMap<>();
  private final Map<Attribute, Function<Random, Value>> given = new LinkedHashMap<>();

  Population(Product product, List<Instant> moments, Random random) {
    this.product = product;
    this.moments = moments;
    this.random = random;
  }

  /** What every account states. */
  Population state(Attribute attribute, Function<Random, Value> value) {
    stated.put(attribute, value);
    return this;
  }

  /** What most accounts state. */
  Population mayState(Attribute attribute, Function<Random, Value> value) {
    perhaps.put(attribute, value);
    return this;
  }

  /** What most calls give that can give it; other parameters are small numbers. */
  Population mayGive(Attribute attribute, Function<Random, Value> value) {
    given.put(attribute, value);
    return this;
  }

  static Function<Random, Value> below(int bound) {
    return random -> Value.number(random.nextInt(bound));
  }

  static Function<Random, Value> words(String... choices) {
    return random -> Value.word(choices[random.nextInt(choices.length)]);
  }

  /**
   * An account that asks for no call.
   *
   * @param account its name, every third time
   */
  Asked account(String account) {
    Map<Attribute, Value> values = new HashMap<>();
    stated.forEach((attribute, value) -> values.put(attribute, value.apply(random)));
    perhaps.forEach((attribute, value) -> add(values, attribute, value));
    return new Asked(
        Optional.of(account).filter(unused -> random.nextInt(3) == 0),
        pick(product.editions()).name(),
        "",
        values,
        pick(moments),
        List.of());
  }

  /** An account that makes a call, with calls inside where it is a composite. */
  Asked call(Product.Call call, String account) {
    Asked asking = account(account);
    Map<Attribute, Value> values = new HashMap<>(asking.values());
    given.forEach(
        (attribute, value) -> {
          if (attribute.kind() != Attribute.Kind.PARAMETER) {
            add(values, attribute, value);
          }
        });
    values.putAll(parameters(call));
    List<Asked> inside = new ArrayList<>();
    List<Product.Call> single =
        product.calls().stream().filter(each -> each.composedOf().isEmpty()).toList();
    for (int part = 0; part < Math.min(call.composedOf().orElse(0), MOST_INSIDE); part++) {
      Product.Call one = pick(single);
      inside.add(
          new Asked(
              asking.account(),
              asking.edition(),
              one.name(),
              parameters(one),
              asking.at(),
              List.of()));
    }
    return new Asked(asking.account(), asking.edition(), call.name(), values, asking.at(), inside);
  }

  private Map<Attribute, Value> parameters(Product.Call call) {
    Map<Attribute, Value> values = new HashMap<>();
    for (Product.Parameter parameter : call.parameters().values()) {
      Attribute attribute = CostTerms.attribute(parameter);
      OptionalLong most = parameter.most();
      Function<Random, Value> some = below((int) Math.min(most.orElse(39), 39) + 1);
      add(values, attribute, given.getOrDefault(attribute, some));
    }
    return values;
  }

  private void add(
      Map<Attribute, Value> values, Attribute attribute, Function<Random, Value> value) {
    if (random.nextInt(4) > 0) {
      values.put(attribute, value.apply(random));
    }
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
