package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Resolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Subsets of ten edits of the rules of this project, against both policies worked out for accounts
 * and calls. What is said of a part must hang on the edits alone that touch it; whoever is asked
 * about is drawn anew for every subset.
 *
 * <p>{@code -Ddifference.subsets=1024} takes all subsets, and holds every claim against every
 * account and every number, once for each choice of the edits that touch it; {@code
 * -Ddifference.seed=N} draws others.
 */
class ShippedRulesEditsTest {

  private static final int ALL = 1 << ShippedRules.edits();
  private static final int SUBSETS = Math.min(ALL, Integer.getInteger("difference.subsets", 48));
  private static final boolean WHOLE = SUBSETS == ALL;
  private static final long SEED = Long.getLong("difference.seed", 1);
  private static final int NUMBERS = 12;
  private static final int CALLERS = 20;
  private static final long LAST_PRICED = 1_000_000;
  private static final int MOST_CHANGES = WHOLE ? Integer.MAX_VALUE : 1;

  private final ShippedRules rules = new ShippedRules();
  private final Policy before = rules.with(0, false);
  private final Resolver resolver = new Resolver(before);
  private final String hash = PolicyDifference.of(before, before).before();
  private final Map<String, List<Change>> said = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Random random = new Random(SEED);

  ShippedRulesEditsTest() throws IOException {}

  @Test
  void whatIsSaidIsWhatBothPoliciesComeToAndHangsOnTheEditsThatTouchIt() {
    Set<String> hashes = new HashSet<>();
    for (int subset : subsets()) {
      Policy after = rules.with(subset, random.nextBoolean());
      PolicyDifference difference = PolicyDifference.of(before, after);
      try {
        assertThat(difference.before()).isEqualTo(hash);
        assertThat(difference.after().equals(hash)).isEqualTo(subset == 0);
        assertThat(difference.verdict() == Verdict.IDENTICAL).isEqualTo(subset == 0);
        assertThat(hashes.add(difference.after())).as("another subset has its hash").isTrue();
        Resolver then = new Resolver(after);
        for (AskedOfRules product : AskedOfRules.ALL) {
          BothPolicies both = BothPolicies.of(before, resolver, after, then, product.name());
          claims(subset, difference, both, product);
          nothingIsMissing(subset, difference, both, product);
        }
      } catch (AssertionError | RuntimeException found) {
        throw new AssertionError("of subset %d: %s".formatted(subset, found.getMessage()), found);
      }
    }
    assertThat(hashes).hasSize(SUBSETS);
  }

  @Test
  void commentsAndTheOrderOfFilesHaveNoEffect() {
    PolicyDifference difference = PolicyDifference.of(before, rules.with(0, true));
    assertThat(difference.changes()).isEmpty();
    assertThat(difference.after()).isEqualTo(hash);
  }

  /** None, each edit alone, all together, and others. */
  private static Set<Integer> subsets() {
    Set<Integer> subsets = new LinkedHashSet<>(List.of(0, ALL - 1));
    IntStream.range(0, ShippedRules.edits()).map(edit -> 1 << edit).forEach(subsets::add);
    Random others = new Random(SEED);
    while (subsets.size() < SUBSETS) {
      subsets.add(others.nextInt(ALL));
    }
    return subsets;
  }

  /** Of each part the same as of the last subset with the same edits of it. */
  private void claims(
      int subset, PolicyDifference difference, BothPolicies both, AskedOfRules product) {
    Map<String, List<Change>> parts = new LinkedHashMap<>();
    for (Change change : difference.changes()) {
      String part = change.accept(new PartOfChange());
      if (part.contains(product.name() + ".")) {
        parts.computeIfAbsent(part, unused -> new ArrayList<>()).add(change);
      }
    }
    parts.forEach(
        (part, changes) -> {
          int touching = ShippedRules.touching(part, subset);
          assertThat(touching).as("no edit of %s: %s", part, changes).isPositive();
          List<Change> before = said.putIfAbsent(part + " " + touching, changes);
          if (before == null) {
            hold(both, changes, product);
          } else {
            assertThat(changes.equals(before)).as(part).isTrue();
          }
        });
  }

  private void hold(BothPolicies both, List<Change> changes, AskedOfRules product) {
    List<Change> some = new ArrayList<>(changes);
    Collections.shuffle(some, random);
    some.stream()
        .limit(MOST_CHANGES)
        .filter(Change.Amounts.class::isInstance)
        .map(Change.Amounts.class::cast)
        .forEach(
            change ->
                new ClaimsOfDifference(both, change, AskedOfRules.effort(WHOLE), random).hold());
  }

  private void nothingIsMissing(
      int subset, PolicyDifference difference, BothPolicies both, AskedOfRules product) {
    AnybodyAsking anybody = new AnybodyAsking(both, difference);
    Product asked = both.before.product();
    Population population = product.population(asked, random);
    for (Attribute number : product.numbers()) {
      anybody.accounts(population.account(product.customer()), number, 0, 0);
      long first = random.nextInt(1_300);
      anybody.accounts(population.account(product.customer()), number, first, first + NUMBERS);
    }
    asked.calls().forEach(call -> anybody.calls(population.call(call, product.customer()), 3));
    long amount = random.nextInt(900_000);
    anybody.prices(population.account(product.customer()), amount, amount + NUMBERS);
    if (WHOLE) {
      everything(subset, anybody, asked, product);
    }
    assertThat(anybody.asked()).isPositive();
  }

  /** Every account, call and price, unless they were asked about with the same edits of them. */
  private void everything(int subset, AnybodyAsking anybody, Product asked, AskedOfRules product) {
    String credits = product.name() + ".credits ";
    if (isNew(credits + Change.Measure.ALLOTMENT, subset)) {
      product.sweeps(asked).forEach(anybody::accounts);
    }
    if (isNew(credits + Change.Measure.COST, subset)) {
      for (int caller = 0; caller < CALLERS; caller++) {
        Population population = product.population(asked, random);
        asked
            .calls()
            .forEach(
                call ->
                    anybody.calls(population.call(call, product.customer()), product.lastGiven()));
      }
    }
    if (isNew(product.name() + ".extra_credits " + Change.Measure.PRICE, subset)) {
      anybody.prices(product.population(asked, random).account(""), 0, LAST_PRICED);
    }
  }

  private boolean isNew(String part, int subset) {
    return asked.add(part + " " + ShippedRules.touching(part, subset));
  }
}
