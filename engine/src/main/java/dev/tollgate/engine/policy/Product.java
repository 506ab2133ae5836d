package dev.tollgate.engine.policy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An API that is metered. Lists are in the order of the text; names within each are unique.
 *
 * @param zone where a bare date begins for an account that has no zone
 * @param editions empty in a product that has none
 * @param open whether calls that nobody declared may be asked about
 * @param quotas in the order of the file, which is the order in which they are judged
 */
public record Product(
    String name,
    String title,
    ZoneId zone,
    List<Unit> units,
    List<Seat> seats,
    List<Fact> facts,
    List<String> keys,
    List<Edition> editions,
    List<Call> calls,
    boolean open,
    List<Quota> quotas,
    List<AddOn> addOns,
    List<Rule> rules,
    Place place) {

  public Product {
    units = List.copyOf(units);
    seats = List.copyOf(seats);
    facts = List.copyOf(facts);
    keys = List.copyOf(keys);
    editions = List.copyOf(editions);
    calls = List.copyOf(calls);
    quotas = List.copyOf(quotas);
    addOns = List.copyOf(addOns);
    rules = List.copyOf(rules);
  }

  /** What an edition is sold per. */
  public record Seat(String singular, String plural, Place place) {
    public String name() {
      return singular;
    }
  }

  /**
   * Something a policy may ask about an account.
   *
   * @param unlessStated the value to assume for an account that does not state it
   */
  public record Fact(String name, ValueType type, Optional<Value> unlessStated, Place place) {}

  /**
   * A sold variant.
   *
   * @param also other names by which files and requests may call it
   * @param number what `× edition number` multiplies with
   */
  public record Edition(
      String name, String title, List<String> also, OptionalInt number, Place place) {
    public Edition {
      also = List.copyOf(also);
    }
  }

  /**
   * A kind of call.
   *
   * @param parameters by name, in order of the text
   * @param composedOf most calls a composite may hold; empty when it is not a composite
   */
  public record Call(
      String name, Map<String, Parameter> parameters, OptionalInt composedOf, Place place) {
    public Call {
      parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
    }
  }

  /**
   * A parameter of a call.
   *
   * @param type {@link ValueType.Count} for numbers; {@link ValueType.Text} where any word will do
   * @param most the largest number a call may state
   */
  public record Parameter(String name, ValueType type, OptionalLong most, Place place) {}

  public Optional<Quota> quota(String name) {
    return quotas.stream().filter(quota -> quota.name().equals(name)).findFirst();
  }

  /** The edition of that name or other name. */
  public Optional<Edition> edition(String name) {
    return editions.stream()
        .filter(edition -> edition.name().equals(name) || edition.also().contains(name))
        .findFirst();
  }

  public Optional<Call> call(String name) {
    for (Call call : calls) {
      if (call.name().equals(name)) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  public Optional<Fact> fact(String name) {
    return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
  }

  /** The seat kind of that singular or plural name. */
  public Optional<Seat> seat(String name) {
    return seats.stream()
        .filter(seat -> seat.singular().equals(name) || seat.plural().equals(name))
        .findFirst();
  }

  public Optional<AddOn> addOn(String name) {
    return addOns.stream().filter(addOn -> addOn.name().equals(name)).findFirst();
  }

  /** The same, without an add-on. */
  public Product without(AddOn addOn) {
    List<AddOn> others = addOns.stream().filter(each -> !each.equals(addOn)).toList();
    return with(calls, quotas, others, rules);
  }

  /** The same, with other clauses. */
  public Product with(List<Call> calls, List<Quota> quotas, List<AddOn> addOns, List<Rule> rules) {
    return new Product(
        name, title, zone, units, seats, facts, keys, editions, calls, open, quotas, addOns, rules,
        place);
  }

  /** The same, where bare dates begin in another zone. */
  public Product in(ZoneId zone) {
    return new Product(
        name, title, zone, units, seats, facts, keys, editions, calls, open, quotas, addOns, rules,
        place);
  }
}
