package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Scope;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotasTest {

  private static Window window(String window) {
    return Shop.quota("calls", "window " + window).window();
  }

  @Test
  void everyFormOfWindowIsRead() {
    assertThat(window("rolling 90 seconds"))
        .isEqualTo(new Window.Rolling(90_000, "rolling 90 seconds"));
    assertThat(window("calendar day in account zone"))
        .isEqualTo(
            new Window.Calendar(
                Window.CalendarUnit.DAY, 1, Optional.empty(), "calendar day in account zone"));
    assertThat(window("calendar month in Europe/Berlin"))
        .isEqualTo(
            new Window.Calendar(
                Window.CalendarUnit.MONTH,
                1,
                Optional.of(ZoneId.of("Europe/Berlin")),
                "calendar month in Europe/Berlin"));
    assertThat(window("5 minutes from the first call"))
        .isEqualTo(new Window.FromFirstCall(300_000, "5 minutes from the first call"));
    assertThat(window("every 30 days from signed up"))
        .isEqualTo(new Window.EveryFrom(30, Attribute.SIGNED_UP, "every 30 days from signed up"));
    assertThat(window("every 2 weeks from renewal"))
        .isEqualTo(
            new Window.EveryFrom(
                14, Attribute.fact("renewal", true), "every 2 weeks from renewal"));
    assertThat(window("in flight, forgotten after 10 minutes"))
        .isEqualTo(new Window.InFlight(600_000, "in flight, forgotten after 10 minutes"));
  }

  @Test
  void secondsOfAMinuteAreTheSameInEveryZone() {
    assertThat(window("calendar 10 seconds"))
        .isEqualTo(
            new Window.Calendar(
                Window.CalendarUnit.SECONDS,
                10,
                Optional.of(ZoneId.of("UTC")),
                "calendar 10 seconds"));
  }

  @Test
  void aCounterIsOfEachAccountUnlessAllShareIt() {
    assertThat(Shop.quota("calls", "").scope()).isEqualTo(Scope.ACCOUNT);
    assertThat(Shop.quota("calls", "per account, app").scope())
        .isEqualTo(new Scope(true, List.of("app")));
    assertThat(Shop.quota("calls", "per all accounts, app").scope())
        .isEqualTo(new Scope(false, List.of("app")));
  }

  @Test
  void theTermsOfACounterThatAllShareChangeForAllAtOnce() {
    String versions =
        """
        per %s
        window rolling 1 hour
        version old until 2026-01-01 {
          allot any edition 100
        }
        version new from 2026-01-01 {
          allot any edition 50
        }
        deny LATER from 2026-02-01 when paid is yes
        """;
    Stretch.Bound midnight = new Stretch.Bound.Moment(Instant.parse("2026-01-01T00:00:00Z"));
    Quota shared = Shop.quota("calls", versions.formatted("all accounts"));
    assertThat(shared.versions())
        .satisfiesExactly(
            old -> assertThat(old.during().until()).contains(midnight),
            newer -> assertThat(newer.during().from()).contains(midnight));
    assertThat(((Beyond.Deny) shared.beyond().get(0)).during().from())
        .contains(new Stretch.Bound.Moment(Instant.parse("2026-02-01T00:00:00Z")));
    assertThat(Shop.quota("calls", versions.formatted("account")).versions().get(1).during().from())
        .contains(new Stretch.Bound.Day(LocalDate.of(2026, 1, 1)));
  }

  @Test
  void timeAndMoneyAreUnitsWithParts() {
    assertThat(Shop.quota("USD", "any call costs 0").unit()).isEqualTo(Unit.money("USD"));
    assertThat(Shop.quota("milliseconds", "any call costs 1").unit()).isEqualTo(Unit.MILLISECONDS);
    assertThat(Shop.quota("seconds", "any call costs 1").unit().decimals()).isEqualTo(3);
  }

  @Test
  void aQuotaCountsWhatItSays() {
    Quota quota = Shop.quota("calls", "counts items.* except items.run when app is given");
    assertThat(quota.counts().declared()).containsExactlyInAnyOrder("items.list", "items.add");
    assertThat(quota.countsWhen().isAlways()).isFalse();
    assertThat(Shop.quota("calls", "").counts().declared()).hasSize(4);
  }

  @Test
  void aQuotaThatSaysNothingDeniesPlainly() {
    assertThat(Shop.quota("calls", "").beyond())
        .extracting(line -> ((Beyond.Deny) line).denial())
        .containsExactly(Beyond.Denial.PLAIN);
  }

  @Test
  void whatIsLeftByConditionsIsDeniedPlainly() {
    List<Beyond> lines =
        Shop.quota(
                "calls",
                """
                allow and report until 2026-02-01
                allow up to 10% more, then deny OVER "too much" when paid is yes
                """)
            .beyond();
    assertThat(lines)
        .satisfiesExactly(
            report ->
                assertThat(report.during().until())
                    .contains(new Stretch.Bound.Day(LocalDate.of(2026, 2, 1))),
            more -> {
              Beyond.AllowUpTo allow = (Beyond.AllowUpTo) more;
              assertThat(allow.percent()).isEqualByComparingTo("10");
              assertThat(allow.then().code()).isEqualTo("OVER");
            },
            plain -> assertThat(((Beyond.Deny) plain).denial()).isEqualTo(Beyond.Denial.PLAIN));
  }

  @Test
  void aDenialCarriesHeadersAndAStatus() {
    Beyond.Deny deny =
        (Beyond.Deny)
            Shop.quota("calls", "deny\n  status 403\n  header \"X-Reason\" \"quota\"")
                .beyond()
                .get(0);
    assertThat(deny.denial().status()).isEqualTo(403);
    assertThat(deny.denial().headers()).containsExactly(new Beyond.Header("X-Reason", "quota"));
    assertThat(deny.denial().code()).isEqualTo("QUOTA_EXCEEDED");
  }

  @Test
  void anOldNameAndARestartAreKept() {
    Quota quota = Shop.quota("calls", "was api_calls\nrestarts at 2026-01-01");
    assertThat(quota.was()).contains("api_calls");
    assertThat(quota.restartsAt()).contains(new Stretch.Bound.Day(LocalDate.of(2026, 1, 1)));
  }
}
