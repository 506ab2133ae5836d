package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Stretch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Drafts that use a quota up to some part of it, and then look. */
final class UseDrafts {

  private static final int MOST_CALLS = 1_000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Product product;
  private final People people;
  private final CallDrafts calls;

  UseDrafts(Product product) {
    this.product = product;
    this.people = new People(product);
    this.calls = new CallDrafts(product);
  }

  /**
   * What is looked for.
   *
   * @param during when
   * @param percent how much of the limit is used
   * @param more whether one more unit is used after that, and looked at
   * @param guess an expectation in place of the right one
   */
  record Use(Stretch during, BigDecimal percent, boolean more, String guess) {}

  Stream<Draft> of(Item item, Clause clause, Quota quota, Region region, Use use, Trial trial) {
    return people.in(region).flatMap(person -> of(item, clause, quota, person, use, trial));
  }

  private Stream<Draft> of(
      Item item, Clause clause, Quota quota, Person person, Use use, Trial trial) {
    List<Instant> moments =
        Stream.concat(Stream.of(use.during()), quota.versions().stream().map(QuotaVersion::during))
            .flatMap(during -> Moments.in(during, product).stream())
            .filter(moment -> use.during().contains(moment, product.zone()))
            .distinct()
            .toList();
    return moments.stream()
        .flatMap(
            moment -> {
              Draft look = AmountDrafts.draft(item, clause, person, moment);
              return limit(trial.actual(look)).stream()
                  .flatMap(limit -> drafts(look, quota, person, moment, limit, use));
            });
  }

  private Stream<Draft> drafts(
      Draft look, Quota quota, Person person, Instant moment, BigDecimal limit, Use use) {
    RoundingMode upwards = use.more() ? RoundingMode.DOWN : RoundingMode.UP;
    BigDecimal used =
        limit.multiply(use.percent()).divide(HUNDRED, quota.unit().decimals(), upwards);
    return ways(quota, person, used, use.more()).stream()
        .map(
            way -> {
              List<String> lines = new ArrayList<>(AmountDrafts.begin(person, moment));
              lines.addAll(way);
              int last = lines.size() - 1;
              lines.set(last, lines.get(last) + "  expect " + Draft.EXPECTED);
              return look.with(lines, use.guess());
            });
  }

  /** Where each call has a counter by key, a bare amount is no call, so calls are made. */
  private List<List<String>> ways(Quota quota, Person person, BigDecimal used, boolean more) {
    boolean none = used.signum() == 0;
    if (quota.scope().keys().isEmpty()) {
      List<String> way = new ArrayList<>();
      if (!none) {
        way.add("consume  " + Literals.of(used));
      }
      if (more) {
        way.add("consume  1");
      }
      return way.isEmpty() ? List.of() : List.of(way);
    }
    List<List<String>> ways = new ArrayList<>();
    if (used.compareTo(BigDecimal.valueOf(MOST_CALLS)) <= 0) {
      for (Product.Call call : product.calls()) {
        String words = calls.words(quota, call.name(), person);
        List<String> way = new ArrayList<>();
        if (!none) {
          way.add(words + " " + Literals.of(used) + " times");
        }
        if (more) {
          way.add(words);
        }
        ways.add(way);
      }
    }
    ways.removeIf(List::isEmpty);
    return ways;
  }

  /** The number of `allotment 25_000`; empty for no limit. */
  private static Optional<BigDecimal> limit(Optional<String> actual) {
    return actual
        .map(text -> text.substring(text.indexOf(' ') + 1).replace("_", ""))
        .filter(number -> number.matches("[0-9]+([.][0-9]+)?"))
        .map(BigDecimal::new);
  }
}
