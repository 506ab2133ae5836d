package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.terms.Holding;
import dev.tollgate.engine.terms.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what is stated about an account in the terms of one product. */
final class ProfileReader {

  private final Product product;
  private final Problems problems;
  private final ValueReader values;

  ProfileReader(Product product, Problems problems) {
    this.product = product;
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /**
   * The profile. What is wrong is left out of it and becomes a problem.
   *
   * @param account empty for one that is stated in a request
   * @param pointer to the profile within the request; empty when it is the whole request
   */
  Profile read(Optional<String> account, StatedProfile stated, String pointer) {
    return new Profile(
        account,
        edition(stated, pointer),
        seats(stated, pointer + "/seats"),
        facts(stated, pointer + "/facts"),
        stated.signedUp(),
        stated.zone().flatMap(zone -> values.zone(zone, pointer + "/zone")),
        addOns(stated, pointer + "/addons"));
  }

  private String edition(StatedProfile stated, String pointer) {
    if (stated.edition().isEmpty()) {
      if (!product.editions().isEmpty()) {
        String editions =
            product.editions().stream()
                .map(edition -> "`" + edition.name() + "`")
                .collect(Collectors.joining(", "));
        problems.add(
            pointer + "/edition",
            "missing-edition",
            "an account of " + product.name() + " has an edition: " + editions);
      }
      return "";
    }
    String name = stated.edition().get();
    Optional<Product.Edition> edition = product.edition(name);
    if (edition.isEmpty()) {
      List<String> known = new ArrayList<>();
      product.editions().forEach(one -> known.add(one.name()));
      product.editions().forEach(one -> known.addAll(one.also()));
      problems.unknown(pointer + "/edition", "edition", name, product.name(), known);
    }
    return edition.map(Product.Edition::name).orElse("");
  }

  private Map<String, Long> seats(StatedProfile stated, String pointer) {
    Map<String, Long> seats = new LinkedHashMap<>();
    stated
        .seats()
        .forEach(
            (name, number) -> {
              String at = Problems.pointer(pointer, name);
              Optional<Product.Seat> seat = product.seat(name);
              if (seat.isEmpty()) {
                List<String> known = new ArrayList<>();
                product.seats().forEach(one -> known.add(one.plural()));
                product.seats().forEach(one -> known.add(one.singular()));
                problems.unknown(at, "seat", name, product.name(), known);
              } else if (number < 0) {
                problems.add(at, "negative-number", "`" + name + "` is below 0");
              } else if (seats.put(seat.get().name(), number) != null) {
                problems.add(at, "stated-twice", "`" + seat.get().plural() + "` are stated twice");
              }
            });
    return seats;
  }

  private Map<String, Value> facts(StatedProfile stated, String pointer) {
    Map<String, Value> facts = new LinkedHashMap<>();
    stated
        .facts()
        .forEach(
            (name, value) -> {
              String at = Problems.pointer(pointer, name);
              Optional<Product.Fact> fact = product.fact(name);
              if (fact.isEmpty()) {
                List<String> known = product.facts().stream().map(Product.Fact::name).toList();
                problems.unknown(at, "fact", name, product.name(), known);
              } else {
                values
                    .read(fact.get().type(), value, at, name)
                    .ifPresent(read -> facts.put(name, read));
              }
            });
    return facts;
  }

  private Map<String, Holding> addOns(StatedProfile stated, String pointer) {
    Map<String, Holding> held = new LinkedHashMap<>();
    stated
        .addOns()
        .forEach(
            (name, holding) ->
                addOn(name, holding, Problems.pointer(pointer, name))
                    .ifPresent(read -> held.put(name, read)));
    checkCurrencies(held, pointer);
    return held;
  }

  /** Days are billed as one sum: what is used of different add-ons is billed in one currency. */
  void checkCurrencies(Map<String, Holding> held, String pointer) {
    long currencies =
        held.entrySet().stream()
            .filter(entry -> entry.getValue().mode() == Holding.Mode.USED)
            .flatMap(entry -> product.addOn(entry.getKey()).flatMap(AddOn::price).stream())
            .map(Price::currency)
            .distinct()
            .count();
    if (currencies > 1) {
      problems.add(pointer, "two-currencies", "an account is billed for use in one currency");
    }
  }

  /**
   * What is held of one add-on; empty, with a problem, when that cannot be.
   *
   * @param pointer to what states it
   */
  Optional<Holding> addOn(String name, StatedHolding holding, String pointer) {
    Optional<AddOn> addOn = product.addOn(name);
    if (addOn.isEmpty()) {
      List<String> known = product.addOns().stream().map(AddOn::name).toList();
      problems.unknown(pointer, "add-on", name, product.name(), known);
      return Optional.empty();
    }
    if (!offers(addOn.get(), holding.mode())) {
      String how = holding.mode() == Holding.Mode.USED ? "billed by what is used" : "bought";
      problems.add(pointer + "/mode", "not-offered", "`" + name + "` cannot be " + how);
      return Optional.empty();
    }
    String amount = pointer + (holding.mode() == Holding.Mode.USED ? "/limit" : "/amount");
    return values
        .amount(holding.amount(), addOn.get().unit(), amount, name)
        .map(steps -> new Holding(holding.mode(), steps));
  }

  /** An add-on that states no bill at all is bought; it costs nothing. */
  private static boolean offers(AddOn addOn, Holding.Mode mode) {
    return mode == Holding.Mode.USED ? addOn.used() : addOn.bought().isPresent() || !addOn.used();
  }
}
