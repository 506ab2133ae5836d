package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A denial says what is missing, until when, why, and what would help. */
class DeniedTest {

  private static final AskedCall INSERT = AskedCall.of("records.insert").with("records", 25);
  private static final AskedCall LIST = AskedCall.of("users.list");

  private final Shop shop =
      Shop.crm().with("acme", StatedProfile.ofEdition("standard").withSeats("users", 3));

  private Denied denied(AskedCall call) {
    return shop.consume("acme", call).denied().orElseThrow();
  }

  @Test
  void aDenialSpeaksAsThePolicyDoes() {
    shop.consume("acme", "credits", 5_749);
    shop.clock.set("2026-01-01T18:00:00Z");

    Decision decision = shop.consume("acme", INSERT);

    Denied denied = decision.denied().orElseThrow();
    assertThat(decision.decisionId()).isPresent();
    assertThat(denied.quota()).isEqualTo("credits");
    assertThat(denied.also()).isEmpty();
    assertThat(denied.code()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(denied.message())
        .isEqualTo("Many requests fired than the allowed limit for the past 24 hours.");
    assertThat(denied.status()).isEqualTo(429);
    assertThat(denied.limit()).isEqualTo(BigDecimal.valueOf(5_750));
    assertThat(denied.used()).isEqualTo(BigDecimal.valueOf(5_749));
    assertThat(denied.shortBy()).isEqualTo(BigDecimal.valueOf(2));
    assertThat(denied.retry())
        .isEqualTo(new Retry.At(Instant.parse("2026-01-02T10:00:00Z"), 57_600));
    assertThat(denied.because())
        .containsExactly(
            new Because(
                "5_000 + 250 × 3 users, cap 100_000, edition standard",
                denied.because().get(0).at()));
    assertThat(denied.because().get(0).at().orElseThrow()).hasToString("crm.toll:27");
    assertThat(denied.ways())
        .containsExactly(
            new Way.Wait(Instant.parse("2026-01-02T10:00:00Z")),
            new Way.ChangeEdition("professional", Optional.of(BigDecimal.valueOf(11_500))),
            new Way.Buy(
                "extra_credits",
                BigDecimal.valueOf(2),
                Optional.of(new Money(new BigDecimal("0.00028"), "USD")),
                Optional.of(new Money(new BigDecimal("0.0084"), "USD"))));
  }

  @Test
  void theBodyOfThePolicyIsFilled() {
    shop.consume("acme", "credits", 5_750);

    Json.Object body = (Json.Object) denied(LIST).body().orElseThrow();

    assertThat(body.members())
        .contains(
            new Json.Member("code", new Json.Text("TOO_MANY_REQUESTS")),
            new Json.Member("status", new Json.Text("error")))
        .hasSize(4);
  }

  @Test
  void secondsToWaitAreRoundedUp() {
    shop.consume("acme", "credits", 5_750);
    shop.clock.set("2026-01-02T09:59:58.999Z");

    assertThat(denied(LIST).retry())
        .isEqualTo(new Retry.At(Instant.parse("2026-01-02T10:00:00Z"), 2));
  }

  @Test
  void callsInFlightEndWhenNobodyKnows() {
    for (int i = 0; i < 10; i++) {
      shop.consume("acme", LIST);
    }

    Denied denied = denied(LIST);

    assertThat(denied.quota()).isEqualTo("concurrency");
    assertThat(denied.retry()).isEqualTo(new Retry.Unknown());
    assertThat(denied.ways())
        .containsExactly(
            new Way.ChangeEdition("professional", Optional.of(BigDecimal.valueOf(15))));
  }

  @Test
  void theFirstQuotaWithoutRoomIsNamedAndTheOthersAreListed() {
    for (int i = 0; i < 10; i++) {
      shop.consume("acme", LIST);
    }
    shop.consume("acme", "credits", 5_740);

    Denied denied = denied(LIST);

    assertThat(denied.quota()).isEqualTo("credits");
    assertThat(denied.also()).containsExactly("concurrency");
  }

  @Test
  void aCallThatCostsMoreThanTheLimitNeverFits() {
    Shop small =
        Shop.selling(
                """
                unit point, points
                calls a
                calls b
                quota q in points {
                  per account
                  window rolling 1 hour
                  allot 10
                  call a costs 11
                  call b costs 1
                }
                """)
            .with("acme", StatedProfile.NOTHING);

    Denied denied = small.consume("acme", AskedCall.of("a")).denied().orElseThrow();

    assertThat(denied.retry()).isEqualTo(new Retry.Never());
    assertThat(denied.code()).isEqualTo("QUOTA_EXCEEDED");
    assertThat(denied.ways()).isEmpty();
  }

  @Test
  void everyQuotaMustHaveRoomAtTheRetryMoment() {
    Shop two =
        Shop.selling(
                """
                calls a
                quota burst in calls {
                  per account
                  window rolling 10 seconds
                  allot 1
                }
                quota hourly in calls {
                  per account
                  window calendar hour in UTC
                  allot 2
                }
                """)
            .with("acme", StatedProfile.NOTHING);
    AskedCall call = AskedCall.of("a");
    two.clock.set("2026-01-01T10:00:00Z");
    two.consume("acme", call);
    two.clock.set("2026-01-01T10:30:00Z");
    two.consume("acme", call);

    Denied denied = two.consume("acme", call).denied().orElseThrow();

    assertThat(denied.quota()).isEqualTo("burst");
    assertThat(denied.also()).containsExactly("hourly");
    assertThat(denied.retryAt()).contains(Instant.parse("2026-01-01T11:00:00Z"));
  }

  @Test
  void aKnownChangeOfTermsMakesRoomEarlier() {
    Shop versions =
        Shop.selling(
                """
                calls a
                quota q in calls {
                  per account
                  window rolling 24 hours
                  version old until 2026-01-02 {
                    allot 1
                  }
                  version new from 2026-01-02 {
                    allot 2
                  }
                }
                """)
            .with("acme", StatedProfile.NOTHING);
    versions.consume("acme", AskedCall.of("a"));

    Denied denied = versions.consume("acme", AskedCall.of("a")).denied().orElseThrow();

    assertThat(denied.retryAt()).contains(Instant.parse("2026-01-02T00:00:00Z"));
  }

  @Test
  void aPlannedChangeOfTheProfileMakesRoomEarlier() {
    shop.changes.putProfile(
        "crm",
        "acme",
        StatedProfile.ofEdition("standard").withSeats("users", 4),
        Optional.of(Instant.parse("2026-01-01T12:00:00Z")));
    shop.consume("acme", "credits", 5_750);

    assertThat(denied(LIST).retryAt()).contains(Instant.parse("2026-01-01T12:00:00Z"));
  }

  @Test
  void termsAreWalkedUpTo400DaysAndNoFurther() {
    String text =
        """
        calls a
        quota q in calls {
          per account
          window rolling 1 hour
          version old until %s {
            allot 0
          }
          version new from %s {
            allot 1
          }
        }
        """;
    Shop within =
        Shop.selling(text.formatted("2027-02-05T10:00Z", "2027-02-05T10:00Z"))
            .with("acme", StatedProfile.NOTHING);
    Shop beyond =
        Shop.selling(text.formatted("2027-02-05T10:00:00.001Z", "2027-02-05T10:00:00.001Z"))
            .with("acme", StatedProfile.NOTHING);

    assertThat(within.check("acme", AskedCall.of("a")).denied().orElseThrow().retryAt())
        .contains(Instant.parse("2027-02-05T10:00:00Z"));
    assertThat(beyond.check("acme", AskedCall.of("a")).denied().orElseThrow().retry())
        .isEqualTo(new Retry.Never());
  }

  @Test
  void anAddOnThatIsUsedUpToItsCeilingIsNoWay() {
    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.bought(94_250));
    shop.consume("acme", "credits", 100_000);

    assertThat(denied(LIST).ways()).noneMatch(Way.Buy.class::isInstance);
  }

  @Test
  void whatMustBeBoughtComesOnTopOfWhatIsHeld() {
    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.bought(25_000));
    shop.consume("acme", "credits", 30_750);

    List<Way> ways = denied(INSERT).ways();

    assertThat(ways)
        .contains(
            new Way.Buy(
                "extra_credits",
                BigDecimal.valueOf(3),
                Optional.of(new Money(new BigDecimal("0.00018"), "USD")),
                Optional.of(new Money(new BigDecimal("0.0054"), "USD"))));
  }

  @Test
  void freeCannotBuyAndUltimateHasNoHigherEdition() {
    Shop crm =
        Shop.crm()
            .with("small", StatedProfile.ofEdition("free"))
            .with("large", StatedProfile.ofEdition("ultimate"));
    crm.consume("small", "credits", 5_000);
    crm.consume("large", "credits", 15_000);

    assertThat(crm.consume("small", LIST).denied().orElseThrow().ways())
        .hasAtLeastOneElementOfType(Way.ChangeEdition.class)
        .noneMatch(Way.Buy.class::isInstance);
    assertThat(crm.consume("large", LIST).denied().orElseThrow().ways())
        .hasAtLeastOneElementOfType(Way.Buy.class)
        .noneMatch(Way.ChangeEdition.class::isInstance);
  }

  @Test
  void anEditionWhoseTermsCannotBeCountedIsNoWay() {
    long users = 30_000_000_000_000_000L;
    Shop crm =
        Shop.crm().with("acme", StatedProfile.ofEdition("standard").withSeats("users", users));
    crm.consume("acme", "credits", 100_000);

    assertThat(crm.consume("acme", LIST).denied().orElseThrow().ways())
        .containsExactly(new Way.Wait(Instant.parse("2026-01-02T10:00:00Z")));
  }
}
