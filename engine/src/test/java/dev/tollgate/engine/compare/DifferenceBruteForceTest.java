package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Differences of random policies and edits of them, against both policies worked out at every
 * number. {@code -Ddifference.pairs=5000} tries more of them, {@code -Ddifference.seed=N} begins
 * with another; a failure names the seed of its pair.
 */
class DifferenceBruteForceTest {

  private static final int PAIRS = Integer.getInteger("difference.pairs", 30);
  private static final long FIRST = Long.getLong("difference.seed", 1);
  private static final long LAST = 45;
  private static final long MOST_GIVEN = 40;
  private static final int MOST_CHANGES = 4;
  private static final ClaimsOfDifference.Effort EFFORT =
      new ClaimsOfDifference.Effort(2, number -> 50, 6);
  private static final String CUSTOMER = "acme";
  private static final List<Instant> MOMENTS =
      Stream.of(
              "2026-01-15T12:00:00Z",
              "2026-02-15T00:00:00Z",
              "2026-02-28T23:59:59.999Z",
              "2026-03-15T00:00:00Z",
              "2026-06-01T00:00:00Z")
          .map(Instant::parse)
          .toList();

  @Test
  void whatItSaysIsWhatBothPoliciesComeToAndNothingIsMissing() {
    int policies = 0;
    for (long seed = FIRST; seed < FIRST + PAIRS; seed++) {
      policies += pair(seed) ? 1 : 0;
    }
    assertThat(policies).isGreaterThanOrEqualTo(PAIRS * 3 / 4);
  }

  /** Of this one nothing else is another about one quota. */
  @Test
  void anotherAssumedWordIsAChangeByItself() {
    assertThat(pair(2_279)).isTrue();
  }

  /** Accounts that leave it open whether they paid may hold no add-on any more that needs it. */
  @Test
  void whatAnAddOnNeedsMayBeAssumedNoMore() {
    assertThat(pair(101_755)).isTrue();
  }

  /** An add-on that set the sum adds to it now, for an account with a contract too. */
  @Test
  void whatIsIncludedMayBeSetByWhatIsHeld() {
    assertThat(pair(200_618)).isTrue();
  }

  /** Whether both are policies. */
  private static boolean pair(long seed) {
    Random random = new Random(seed);
    int edited = 5 + random.nextInt(30);
    String before = new PolicyText(seed, seed, 0).write();
    String after = new PolicyText(seed, seed * 7 + 3, edited).write();
    Optional<BothPolicies> both = BothPolicies.of(before, after);
    try {
      both.ifPresent(policies -> hold(policies, random));
      return both.isPresent();
    } catch (AssertionError | RuntimeException found) {
      throw new AssertionError("-Ddifference.seed=" + seed + "\n" + found.getMessage(), found);
    }
  }

  private static void hold(BothPolicies both, Random random) {
    PolicyDifference difference = PolicyDifference.of(both.before.policy(), both.after.policy());
    List<Change> changes = new ArrayList<>(difference.changes());
    Collections.shuffle(changes, random);
    changes.stream()
        .filter(Change.Amounts.class::isInstance)
        .limit(MOST_CHANGES)
        .map(Change.Amounts.class::cast)
        .forEach(change -> new ClaimsOfDifference(both, change, EFFORT, random).hold());
    if (difference.before().equals(difference.after())) {
      assertThat(difference.changes()).isEmpty();
    }
    AnybodyAsking anybody = new AnybodyAsking(both, difference);
    Population population = population(both.before.product(), random);
    for (Attribute number : swept(random)) {
      anybody.accounts(population.account(CUSTOMER), number, 0, LAST);
    }
    both.before
        .product()
        .calls()
        .forEach(call -> anybody.calls(population.call(call, CUSTOMER), MOST_GIVEN));
    anybody.prices(population.account(CUSTOMER), 0, LAST);
    assertThat(anybody.asked()).isPositive();
  }

  private static List<Attribute> swept(Random random) {
    List<Attribute> others =
        List.of(
            Attribute.seat("agent"), Attribute.fact("size", true), AllotmentTerms.held("extra"));
    return List.of(Attribute.seat("user"), others.get(random.nextInt(others.size())));
  }

  private static Population population(Product shop, Random random) {
    long first = LocalDate.parse("2026-01-10").toEpochDay();
    return new Population(shop, MOMENTS, random)
        .state(Attribute.seat("user"), Population.below(12))
        .state(Attribute.seat("agent"), Population.below(5))
        .state(Attribute.SIGNED_UP, some -> Value.number(first + some.nextInt(10)))
        .state(AllotmentTerms.held("extra"), some -> Value.number(some.nextInt(3) * 15L))
        .state(AllotmentTerms.held("boost"), Population.below(3))
        .mayState(Attribute.fact("paid", false), Population.words("yes", "no"))
        .mayState(Attribute.fact("region", false), Population.words("eu", "us", "asia"))
        .mayState(Attribute.fact("size", true), Population.below(8))
        .mayState(Attribute.fact("old_credits", true), Population.below(60))
        .mayState(Attribute.fact("old_rows", true), Population.below(600))
        .mayGive(Attribute.parameter("mode", false), Population.words("fast", "slow"))
        .mayGive(Attribute.parameter("cvid", false), Population.words("fast", "slow"))
        .mayGive(Attribute.CHANNEL, Population.words("api", "ui", "mobile"))
        .mayGive(Attribute.key("app"), Population.words("erp", "crm"));
  }
}
