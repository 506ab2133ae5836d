package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stored accounts change as far as the policy and what was decided let them. */
class AccountChangesTest {

  private static final AskedCall LIST = AskedCall.of("users.list");
  private static final StatedProfile STANDARD = StatedProfile.ofEdition("standard");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Shop shop = Shop.crm();

  private Optional<BigDecimal> limit() {
    return shop.standing("acme", "credits", LIST).limit();
  }

  private void put(StatedProfile profile, Instant from) {
    shop.changes.putProfile("crm", "acme", profile, Optional.of(from));
  }

  private static Problem problem(Runnable change) {
    InvalidRequest invalid = catchThrowableOfType(InvalidRequest.class, change::run);
    assertThat(invalid).as("the change is refused").isNotNull();
    assertThat(invalid.problems()).hasSize(1);
    return invalid.problems().get(0);
  }

  @Test
  void aChangedProfileAppliesAtOnceAndHistoryIsKept() {
    shop.with("acme", STANDARD);
    assertThat(limit()).contains(BigDecimal.valueOf(5_000));
    shop.clock.set("2026-01-01T12:00:00Z");

    shop.with("acme", STANDARD.withSeats("users", 10));

    assertThat(limit()).contains(BigDecimal.valueOf(7_500));
    Account account = shop.changes.get("crm", "acme");
    assertThat(account.version()).isEqualTo(2);
    assertThat(account.at(NOON.minusMillis(1))).contains(STANDARD);
    assertThat(account.at(NOON)).contains(STANDARD.withSeats("users", 10));
  }

  @Test
  void whatWasConsumedStaysConsumedWhenTheEditionChanges() {
    shop.with("acme", StatedProfile.ofEdition("professional"));
    shop.consume("acme", "credits", 9_000);

    shop.with("acme", STANDARD);

    QuotaState state = shop.standing("acme", "credits", LIST);
    assertThat(state.used()).contains(BigDecimal.valueOf(9_000));
    assertThat(state.remaining()).contains(BigDecimal.ZERO);
    assertThat(shop.consume("acme", LIST).allowed()).isFalse();
  }

  @Test
  void aPlannedProfileBeginsAtItsMoment() {
    shop.with("acme", STANDARD);
    put(StatedProfile.ofEdition("professional"), NOON);

    shop.clock.set("2026-01-01T11:59:59.999Z");
    assertThat(limit()).contains(BigDecimal.valueOf(5_000));
    shop.clock.set("2026-01-01T12:00:00Z");
    assertThat(limit()).contains(BigDecimal.valueOf(10_000));
  }

  @Test
  void thePastMayBeStatedUntilSomethingWasDecidedInIt() {
    put(STANDARD, Instant.parse("2025-01-01T00:00:00Z"));
    shop.consume("acme", LIST);
    shop.clock.set("2026-01-01T12:00:00Z");

    Problem refused = problem(() -> put(STANDARD, Instant.parse("2026-01-01T10:00:00Z")));
    assertThat(refused.pointer()).isEqualTo("/from");
    assertThat(refused.code()).isEqualTo("already-decided");

    put(STANDARD.withSeats("users", 1), Instant.parse("2026-01-01T10:00:00.001Z"));
    assertThat(limit()).contains(BigDecimal.valueOf(5_250));
  }

  @Test
  void aProfileThatThePolicyCannotReadIsRefused() {
    assertThat(problem(() -> shop.with("acme", StatedProfile.ofEdition("gold"))).pointer())
        .isEqualTo("/edition");
    assertThat(problem(() -> shop.with("acme", STANDARD.withSeats("agents", 1))).pointer())
        .isEqualTo("/seats/agents");
    assertThat(problem(() -> shop.with(" ", STANDARD)).code()).isEqualTo("account-id");
    assertThat(
            problem(
                    () ->
                        shop.with(
                            "acme", STANDARD.withAddOn("extra_credits", StatedHolding.used(1))))
                .pointer())
        .isEqualTo("/addons");
  }

  @Test
  void anAddOnAddsToTheLimitFromNowOn() {
    shop.with("acme", STANDARD);

    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.bought(1_000));
    assertThat(limit()).contains(BigDecimal.valueOf(6_000));

    shop.clock.pass(Duration.ofSeconds(1));
    shop.changes.removeAddOn("crm", "acme", "extra_credits");
    assertThat(limit()).contains(BigDecimal.valueOf(5_000));
  }

  @Test
  void noMoreOfAnAddOnIsHeldThanThePolicyAllows() {
    shop.with("acme", STANDARD.withSeats("users", 10))
        .with("small", StatedProfile.ofEdition("free"));

    Problem bought =
        problem(
            () ->
                shop.changes.putAddOn(
                    "crm", "acme", "extra_credits", StatedHolding.bought(92_501)));
    Problem used =
        problem(
            () ->
                shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.used(92_501)));
    Problem free =
        problem(
            () -> shop.changes.putAddOn("crm", "small", "extra_credits", StatedHolding.bought(1)));

    assertThat(bought.pointer()).isEqualTo("/amount");
    assertThat(bought.code()).isEqualTo("above-ceiling");
    assertThat(bought.message()).contains("at most 92_500");
    assertThat(used.pointer()).isEqualTo("/limit");
    assertThat(free.message()).contains("at most 0");
    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.bought(92_500));
    assertThat(limit()).contains(BigDecimal.valueOf(100_000));
  }

  @Test
  void anAddOnMayBeReplacedUpToTheSameCeiling() {
    shop.with("acme", STANDARD.withSeats("users", 10));
    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.bought(50_000));

    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.bought(92_500));

    assertThat(limit()).contains(BigDecimal.valueOf(100_000));
  }

  @Test
  void accountsAreListedById() {
    for (String id : List.of("b", "a", "c")) {
      shop.with(id, STANDARD);
    }

    assertThat(shop.changes.list("crm", "", 2)).extracting(Account::id).containsExactly("a", "b");
    assertThat(shop.changes.list("crm", "b", 2)).extracting(Account::id).containsExactly("c");
    assertThat(problem(() -> shop.changes.list("crm", "", 0)).pointer()).isEqualTo("/limit");
  }

  @Test
  void aDeletedAccountIsUnknownAndWhatItUsedIsNotForgiven() {
    shop.with("acme", STANDARD);
    shop.consume("acme", "credits", 100);

    shop.changes.delete("crm", "acme");

    assertThat(catchThrowableOfType(NotFound.class, () -> shop.check("acme", LIST)).kind())
        .isEqualTo("account");
    assertThat(
            catchThrowableOfType(NotFound.class, () -> shop.changes.delete("crm", "acme")).name())
        .isEqualTo("acme");
    shop.with("acme", StatedProfile.ofEdition("professional"));
    QuotaState state = shop.standing("acme", "credits", LIST);
    assertThat(state.limit()).contains(BigDecimal.valueOf(10_000));
    assertThat(state.used()).contains(BigDecimal.valueOf(100));
  }

  @Test
  void anAccountThatWasDeletedComesBackAtItsMomentAndNotBefore() {
    shop.with("acme", STANDARD);
    shop.clock.pass(Duration.ofDays(1));
    shop.changes.delete("crm", "acme");
    assertThat(shop.changes.list("crm", "", 10)).isEmpty();
    Instant back = shop.clock.instant().plus(Duration.ofDays(2));

    shop.changes.putProfile(
        "crm", "acme", StatedProfile.ofEdition("professional"), Optional.of(back));

    assertThat(shop.changes.list("crm", "", 10)).extracting(Account::id).containsExactly("acme");
    Account account = shop.changes.get("crm", "acme");
    assertThat(account.at(shop.clock.instant().minusMillis(1))).contains(STANDARD);
    assertThat(account.at(shop.clock.instant())).isEmpty();
    assertThat(account.at(back.minusMillis(1))).isEmpty();
    assertThat(account.at(back)).contains(StatedProfile.ofEdition("professional"));
    assertThatThrownBy(() -> shop.check("acme", LIST)).isInstanceOf(NotFound.class);
  }

  @Test
  void anUnknownAddOnIsNotFoundWithTheNearestName() {
    shop.with("acme", STANDARD);

    NotFound notFound =
        catchThrowableOfType(
            NotFound.class,
            () -> shop.changes.putAddOn("crm", "acme", "extra_credit", StatedHolding.bought(1)));

    assertThat(notFound.kind()).isEqualTo("add-on");
    assertThat(notFound.nearest()).contains("extra_credits");
  }

  @Test
  void aProfileWhoseTermsCannotBeCountedIsRefused() {
    shop.with("acme", STANDARD);

    Problem problem =
        problem(() -> put(STANDARD.withSeats("users", Long.MAX_VALUE), shop.clock.instant()));

    assertThat(problem.code()).isEqualTo("too-large");
    assertThat(problem.message()).contains("crm.toll:27").contains("more than can be counted");
    assertThat(limit()).contains(BigDecimal.valueOf(5_000));
  }
}
