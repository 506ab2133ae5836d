package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts that state all facts but some, of which another value is assumed afterwards than before.
 *
 * @param before what was assumed of the facts that are not stated
 * @param after what is assumed of them now
 */
record Stated(Map<Attribute, Value> before, Map<Attribute, Value> after) {

  private static final int MOST_FACTS = 4;

  /**
   * Those who state everything, and those who leave some or all of these facts open.
   *
   * @throws TooFine if another value is assumed of very many
   */
  static List<Stated> of(Product old, Product now) {
    List<Stated> all = new ArrayList<>(List.of(new Stated(Map.of(), Map.of())));
    for (Product.Fact was : old.facts()) {
      boolean turned =
          now.fact(was.name())
              .filter(is -> is.type().equals(was.type()))
              .filter(is -> was.unlessStated().isPresent() && is.unlessStated().isPresent())
              .filter(is -> !is.unlessStated().equals(was.unlessStated()))
              .isPresent();
      if (turned) {
        Attribute fact = Attribute.fact(was.name(), was.type().isNumber());
        Value assumed = was.unlessStated().orElseThrow();
        Value assumedNow = now.fact(was.name()).orElseThrow().unlessStated().orElseThrow();
        List.copyOf(all)
            .forEach(
                each ->
                    all.add(
                        new Stated(
                            with(each.before, fact, assumed), with(each.after, fact, assumedNow))));
      }
    }
    if (all.size() > 1 << MOST_FACTS) {
      throw new TooFine("another value is assumed of more than " + MOST_FACTS + " facts");
    }
    return all;
  }

  private static Map<Attribute, Value> with(
      Map<Attribute, Value> values, Attribute fact, Value value) {
    Map<Attribute, Value> more = new LinkedHashMap<>(values);
    more.put(fact, value);
    return more;
  }

  /** Those that leave these facts open. */
  Box whose() {
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>();
    before.keySet().forEach(fact -> sides.put(fact, CostTerms.notGiven(fact)));
    return new Box(sides);
  }

  /** The accounts for which the assumed values are what they state. */
  static Box assuming(Map<Attribute, Value> assumed, Box accounts) {
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>(accounts.sides());
    assumed.forEach(
        (fact, value) ->
            sides.put(
                fact,
                value instanceof Value.Number number
                    ? ValueSet.number(number.steps())
                    : ValueSet.words(List.of(((Value.Word) value).text()))));
    return new Box(sides);
  }

  /** What is so for them, without saying what is assumed. */
  static List<Cases.Case<Formula>> told(
      Map<Attribute, Value> assumed, List<Cases.Case<Formula>> cases) {
    if (assumed.isEmpty()) {
      return cases;
    }
    Map<Attribute, Long> numbers = new LinkedHashMap<>();
    assumed.forEach(
        (fact, value) -> {
          if (value instanceof Value.Number number) {
            numbers.put(fact, number.steps());
          }
        });
    List<Cases.Case<Formula>> told = new ArrayList<>();
    for (Cases.Case<Formula> each : cases) {
      Box box = each.box();
      for (Attribute fact : assumed.keySet()) {
        box = box.without(fact);
      }
      told.add(new Cases.Case<>(box, each.value().accept(new Substitution(numbers))));
    }
    return told;
  }
}
