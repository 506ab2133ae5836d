package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Stretch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Drafts that look at an account's amount. */
final class AmountDrafts {

  private static final String GUESS = "allotment 0";

  private final Product product;
  private final People people;

  AmountDrafts(Product product) {
    this.product = product;
    this.people = new People(product);
  }

  /**
   * Accounts of a region, of every edition where none is named, small first.
   *
   * @param editions whom it is about
   * @param change of each account
   */
  Stream<Draft> of(
      Item item,
      Clause clause,
      Stretch during,
      Region region,
      Set<String> editions,
      UnaryOperator<Person> change) {
    List<Instant> moments = Moments.in(during, product);
    List<Person> small = people.in(region, editions).map(change).toList();
    Stream<Person> all = Stream.concat(small.stream(), small.stream().flatMap(people::sizesOf));
    return all.flatMap(
        person -> moments.stream().map(moment -> draft(item, clause, person, moment)));
  }

  /** That of accounts which state none. */
  ZoneId zone() {
    return product.zone();
  }

  /** Any account at a moment. */
  Stream<Draft> at(Item item, Clause clause, Instant moment) {
    return people.in(Region.everything()).map(person -> draft(item, clause, person, moment));
  }

  static Draft draft(Item item, Clause clause, Person person, Instant moment) {
    return draft(item, clause, person, moment, List.of());
  }

  /**
   * The same of an account that has done something.
   *
   * @param before lines about that
   */
  static Draft draft(Item item, Clause clause, Person person, Instant moment, List<String> before) {
    List<String> lines = new ArrayList<>(begin(person, moment));
    lines.addAll(before);
    lines.add("expect   " + Draft.EXPECTED);
    return new Draft(item.target(), clause.title(item), lines, GUESS);
  }

  /** Whom a test is about, and when. */
  static List<String> begin(Person person, Instant moment) {
    List<String> lines = new ArrayList<>(person.line());
    lines.add("as of    " + Literals.of(moment));
    return lines;
  }
}
