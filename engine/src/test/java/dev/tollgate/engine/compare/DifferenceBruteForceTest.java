package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Differences of random policies and edits of them, against both policies worked out at every
 * number. {@code -Ddifference.pairs=5000} tries more of them, {@code -Ddifference.seed=N} begins
 * with another; a failure names the seed of its pair.
 */
class DifferenceBruteForceTest {

  private static final int PAIRS = Integer.getInteger("difference.pairs", 30);
  private static final long FIRST = Long.getLong("difference.seed", 1);
  private static final int SWEEPS = 2;
  private static final long LAST = 45;
  private static final int MOST_CHANGES = 4;

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
        .forEach(change -> new ClaimsOfDifference(both, (Change.Amounts) change, random).hold());
    if (difference.before().equals(difference.after())) {
      assertThat(difference.changes()).isEmpty();
    }
    AnybodyAsking anybody = new AnybodyAsking(both, difference, random);
    anybody.findsWhatChanges(SWEEPS, LAST);
    assertThat(anybody.asked()).isPositive();
  }
}
