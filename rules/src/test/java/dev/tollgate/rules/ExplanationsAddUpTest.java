package dev.tollgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.decide.AccountChanges;
import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.ExplainRequest;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.decide.InMemoryAccounts;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.decide.Stated;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.ledger.InMemoryLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The lines of an explanation come to what it states, for whatever accounts there may be. */
class ExplanationsAddUpTest {

  private static PolicyInForce policy;

  @BeforeContainer
  static void compileTheRules() throws IOException {
    RuleFolder folder = RuleFolder.read(Path.of(System.getProperty("basedir", ".")));
    policy = new PolicyInForce(folder.compile().policy().orElseThrow(), Instant.EPOCH);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void ofTheCrmProduct(
      @ForAll("crmAccounts") StatedProfile profile,
      @ForAll("ids") String id,
      @ForAll("moments") Instant at,
      @ForAll @IntRange(max = 100) int percentOfMost,
      @ForAll boolean bought) {
    explanationsAddUp("crm", id, profile, at, percentOfMost, bought);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void ofTheDeskProduct(
      @ForAll("deskAccounts") StatedProfile profile,
      @ForAll("ids") String id,
      @ForAll("moments") Instant at,
      @ForAll @IntRange(max = 100) int percentOfMost) {
    explanationsAddUp("desk", id, profile, at, percentOfMost, true);
  }

  @Provide
  Arbitrary<StatedProfile> crmAccounts() {
    return Combinators.combine(
            Arbitraries.of("free", "starter", "professional", "zoho_one", "ultimate"),
            seats(),
            Arbitraries.of("eu", "us", ""),
            signUps())
        .as(
            (edition, users, region, signedUp) -> {
              StatedProfile profile =
                  StatedProfile.ofEdition(edition).withSeats("users", users).withSignedUp(signedUp);
              return region.isEmpty() ? profile : profile.withFact("region", Stated.text(region));
            });
  }

  @Provide
  Arbitrary<StatedProfile> deskAccounts() {
    return Combinators.combine(
            Arbitraries.of("free", "express", "standard", "professional", "enterprise", "zoho_one"),
            seats(),
            Arbitraries.of(true, false),
            Arbitraries.longs().between(0, 1_000_000),
            signUps())
        .as(
            (edition, agents, paid, oldLimit, signedUp) ->
                StatedProfile.ofEdition(edition)
                    .withSeats("agents", agents)
                    .withSeats("light_agents", agents)
                    .withFact("paid", Stated.yesOrNo(paid))
                    .withFact("old_daily_limit", Stated.number(oldLimit))
                    .withSignedUp(signedUp));
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.of("acme", "globex", "initech");
  }

  @Provide
  Arbitrary<Instant> moments() {
    long first = Instant.parse("2025-09-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("2027-03-01T00:00:00Z").getEpochSecond();
    return Arbitraries.longs().between(first, last).map(Instant::ofEpochSecond);
  }

  private static Arbitrary<Long> seats() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.longs().between(0, 20)),
        Tuple.of(1, Arbitraries.longs().between(0, 5_000)));
  }

  private static Arbitrary<LocalDate> signUps() {
    return Arbitraries.integers()
        .between(0, 900)
        .map(days -> LocalDate.parse("2024-01-01").plusDays(days));
  }

  private static void explanationsAddUp(
      String product,
      String id,
      StatedProfile profile,
      Instant at,
      int percentOfMost,
      boolean bought) {
    InMemoryAccounts accounts = new InMemoryAccounts();
    InMemoryLedger<?, ?> nothingUsed = new InMemoryLedger<>();
    AccountChanges changes =
        new AccountChanges(policy, accounts, nothingUsed, InstantSource.fixed(at));
    Decider decider =
        new Decider(policy, accounts, new InMemoryLedger<>(), InstantSource.fixed(at));
    ExplainRequest request = ExplainRequest.of(product, Asker.stored(id));
    changes.putProfile(product, id, profile, Optional.empty());

    for (Explanation.OfAddOn addOn : decider.explain(request).addOns()) {
      long most = addOn.most().map(BigDecimal::longValueExact).orElse(1_000_000L);
      long amount = most * percentOfMost / 100;
      if (amount > 0) {
        changes.putAddOn(
            product,
            id,
            addOn.addOn(),
            bought ? StatedHolding.bought(amount) : StatedHolding.used(amount));
      }
    }

    for (Explanation.OfQuota quota : decider.explain(request).quotas()) {
      assertThat(Optional.of(sum(quota.parts()))).as("%s", quota).isEqualTo(quota.limit());
    }
  }

  /** What the lines come to, read from the top: one states or sets, one adds, one holds down. */
  private static BigDecimal sum(List<Explanation.Part> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Explanation.Part part : parts) {
      assertThat(part.at()).as(part.text()).isPresent();
      switch (part.kind()) {
        case "allotment", "contract" -> {
          sum = part.amount().orElseThrow();
          BigDecimal terms =
              part.terms().stream()
                  .map(term -> term.amount().orElseThrow())
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          assertThat(terms).as(part.text()).isEqualByComparingTo(sum);
        }
        case "rule-sets" -> sum = part.amount().orElseThrow();
        case "rule-adds", "add-on" -> sum = sum.add(part.amount().orElseThrow());
        case "cap" -> {
          assertThat(part.amount().orElseThrow()).isLessThan(sum);
          sum = part.amount().orElseThrow();
        }
        default -> assertThat(part.amount()).as(part.text()).isEmpty();
      }
    }
    return sum;
  }
}
