package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Domain;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds accounts for drafts. */
final class People {

  private static final int MAGNITUDES = 9;

  /** Later than what asks whether an account is old, and earlier than what asks if it is new. */
  private static final Value SIGNED_UP = Value.number(18_262);

  private final Product product;
  private final Box all;

  People(Product product) {
    this.product = product;
    this.all = Domain.ofAccounts(product);
  }

  /** Accounts in a region, each of another edition, the largest edition first. */
  Stream<Person> in(Region region) {
    return in(region, editions());
  }

  /** The same of some editions alone, where any are named. */
  Stream<Person> in(Region region, Set<String> editions) {
    List<String> names = editions();
    return in(
        region, editions.isEmpty() ? names : names.stream().filter(editions::contains).toList());
  }

  private Stream<Person> in(Region region, List<String> editions) {
    return editions.stream()
        .flatMap(
            edition ->
                region
                    .intersect(
                        Region.of(Box.of(Attribute.EDITION, ValueSet.words(Set.of(edition)))))
                    .within(all)
                    .example()
                    .stream())
        .flatMap(values -> Stream.of(stated(values, false), stated(values, true)));
  }

  private List<String> editions() {
    List<String> names = new ArrayList<>();
    product.editions().forEach(edition -> names.add(edition.name()));
    Collections.reverse(names);
    return names.isEmpty() ? List.of("") : names;
  }

  /** What nothing can be assumed for is stated. */
  private Person stated(Map<Attribute, Value> values, boolean signedUp) {
    Map<Attribute, Value> stated = new LinkedHashMap<>(values);
    for (Product.Fact fact : product.facts()) {
      if (fact.unlessStated().isEmpty()) {
        example(fact.type())
            .ifPresent(
                value ->
                    stated.putIfAbsent(Attribute.fact(fact.name(), fact.type().isNumber()), value));
      }
    }
    if (signedUp) {
      stated.putIfAbsent(Attribute.SIGNED_UP, SIGNED_UP);
    }
    return new Person(product, stated, Optional.empty());
  }

  private static Optional<Value> example(ValueType type) {
    return type instanceof ValueType.Zone
        ? Optional.of(Value.word("Europe/Berlin"))
        : Domain.values(type).example();
  }

  /** The same account with each seat and each numeric fact as it is, at 10, 100 and so on. */
  Stream<Person> sizesOf(Person person) {
    Stream<Person> larger =
        sizes().stream()
            .flatMap(
                attribute -> {
                  Stream.Builder<Person> grown = Stream.builder();
                  long size = 1;
                  for (int magnitude = 0; magnitude < MAGNITUDES; magnitude++) {
                    size *= 10;
                    grown.add(person.with(attribute, Value.number(size)));
                  }
                  return grown.build();
                });
    return Stream.concat(Stream.of(person), larger);
  }

  private List<Attribute> sizes() {
    List<Attribute> sizes = new ArrayList<>();
    product.seats().forEach(seat -> sizes.add(Attribute.seat(seat.name())));
    for (Product.Fact fact : product.facts()) {
      boolean counts =
          fact.type() instanceof ValueType.Count || fact.type() instanceof ValueType.Quantity;
      if (counts) {
        sizes.add(Attribute.fact(fact.name(), true));
      }
    }
    return sizes;
  }
}
