package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.policy.Policy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Quotas of every window and of several scopes at once, with holds that expire, cancels, planned
 * profiles and versions: what a denial promises is what comes, to the millisecond, if nothing else
 * happens.
 */
class RetryMomentTest {

  private static final Policy POLICY =
      Shop.policy(
          """
          unit point, points
          key user
          key app
          fact renewal date
          edition small
          edition large
          calls work with size up to 100

          quota rolling in points {
            per account, user
            window rolling 50 minutes
            allot small 40
            allot large 55
            call work costs 1 per 1 size
          }
          quota bucket in points {
            per account
            window bucket
            allot small capacity 60 refill 7 per minute
            allot large capacity 90 refill 11 per minute
            call work costs 1 per 1 size
          }
          quota first in points {
            per account
            window 45 minutes from the first call
            allot any edition 70
            call work costs 1 per 1 size
          }
          quota hourly in points {
            per account, app
            window calendar hour in Asia/Kathmandu
            allot any edition 60
            call work costs 1 per 1 size
          }
          quota term in points {
            per account
            window every 1 days from renewal
            version old until 2026-01-01T14:30Z {
              allot any edition 500
              call work costs 1 per 1 size
            }
            version new from 2026-01-01T14:30Z {
              allot any edition 650
              call work costs 1 per 1 size
            }
          }
          quota pool in points {
            per all accounts, app
            window calendar minute in UTC
            allot any edition 45
            call work costs 1 per 1 size
          }
          """);

  /** When one of the accounts changes its edition. */
  private static final Instant LARGER = Instant.parse("2026-01-01T12:10:00Z");

  private final SettableClock clock = new SettableClock("2026-01-01T10:00:00Z");

  @Property(tries = 60)
  void aDenialPromisesTheFirstMomentWithRoom(@ForAll long seed) {
    Random random = new Random(seed);
    clock.set("2026-01-01T10:00:00Z");
    InMemoryLedger<Remembered, Settlement> ledger = new InMemoryLedger<>();
    InMemoryAccounts accounts = new InMemoryAccounts();
    PolicyInForce policy = new PolicyInForce(POLICY, clock.instant());
    AccountChanges changes = new AccountChanges(policy, accounts, ledger, clock);
    Decider decider = new Decider(policy, accounts, ledger, clock);
    StatedProfile small =
        StatedProfile.ofEdition("small").withFact("renewal", new Stated.Text("2026-01-01"));
    for (String account : List.of("a", "b")) {
      changes.putProfile("p", account, small, Optional.empty());
    }
    changes.putProfile("p", "a", small.withEdition("large"), Optional.of(LARGER));
    List<String> open = new ArrayList<>();
    int promises = 0;
    for (int i = 0; i < 60; i++) {
      clock.pass(Duration.ofMillis(random.nextInt(400_000)));
      CallRequest call = call(random);
      if (random.nextInt(5) == 0 && !open.isEmpty()) {
        decider.cancel(open.remove(random.nextInt(open.size())));
      }
      Decision decision =
          random.nextInt(3) == 0
              ? decider.reserve(call, Map.of(), 1 + random.nextInt(59))
              : decider.consume(call);
      decision.decisionId().filter(id -> decision.allowed()).ifPresent(open::add);
      Optional<Instant> retryAt = decision.denied().flatMap(Denied::retryAt);
      if (retryAt.isPresent()) {
        promises++;
        Instant now = clock.instant();
        assertThat(retryAt.get()).isAfter(now);
        clock.set(retryAt.get().minusMillis(1).toString());
        assertThat(decider.check(call).allowed()).as("before %s", retryAt).isFalse();
        clock.set(retryAt.get().toString());
        assertThat(decider.check(call).allowed()).as("at %s", retryAt).isTrue();
        clock.set(now.toString());
      }
      assertNextReturnsCome(decider, call);
    }
    assertThat(promises).isPositive();
  }

  /**
   * Until it comes, as much is used as now; then so much less. It is told for the terms of now: a
   * bucket that fills faster from a planned moment on brings units sooner.
   */
  private void assertNextReturnsCome(Decider decider, CallRequest call) {
    Instant now = clock.instant();
    for (QuotaState state : decider.check(call).quotas()) {
      BigDecimal used = state.used().orElseThrow();
      assertThat(state.remaining())
          .contains(state.limit().orElseThrow().subtract(used).max(BigDecimal.ZERO));
      state
          .nextReturn()
          .filter(next -> !now.isBefore(LARGER) || next.at().isBefore(LARGER))
          .ifPresent(
              next -> {
                clock.set(next.at().minusMillis(1).toString());
                assertThat(used(decider, call, state)).isEqualByComparingTo(used);
                clock.set(next.at().toString());
                assertThat(used(decider, call, state))
                    .isEqualByComparingTo(used.subtract(next.amount()));
                clock.set(now.toString());
              });
    }
  }

  private static BigDecimal used(Decider decider, CallRequest call, QuotaState state) {
    return Shop.state(decider.check(call), state.quota()).used().orElseThrow();
  }

  private static CallRequest call(Random random) {
    return CallRequest.of(
            "p",
            Asker.stored(random.nextInt(3) == 0 ? "b" : "a"),
            AskedCall.of("work").with("size", 1 + random.nextInt(40)))
        .withKey("user", "u" + random.nextInt(2))
        .withKey("app", "app" + random.nextInt(2));
  }
}
