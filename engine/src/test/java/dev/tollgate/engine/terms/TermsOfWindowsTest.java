package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What some windows and stretches of time ask of the terms. */
class TermsOfWindowsTest {

  private static final Window BUCKET = new Window.Bucket("bucket");
  private static final Window MONTHLY =
      new Window.EveryFrom(30, Attribute.SIGNED_UP, "every 30 days from signed up");

  private static Product product(Window window, Allotment.Grant grant, Rule... rules) {
    List<Allotment> lines = List.of(Draft.allot("free", grant, 20));
    Quota quota =
        Draft.quota(
            "crm", "credits", window, List.of(Draft.version("", Stretch.FOREVER, lines, 19)));
    return Crm.product(List.of(quota), List.of(), rules);
  }

  private static final Allotment.Grant FILLING =
      new Allotment.Grant.Bucket(Draft.number(100, 20), Draft.number(5, 20), 1_000);

  @Test
  void aBucketHasACapacityAndARefill() {
    Entitlement terms = Crm.terms(product(BUCKET, FILLING), Profile.of("free"));

    assertThat(terms.available()).isEqualTo(100);
    assertThat(terms.refill()).contains(new Entitlement.Refill(5, 1_000));
    assertThat(terms.receipt().lines().get(0).text())
        .isEqualTo("capacity 100, refill 5 per second, edition free");
  }

  @Test
  void rulesActOnTheCapacityOfABucket() {
    Rule adds = Draft.rule("adds", "credits", Condition.ALWAYS, Draft.add(20));
    Entitlement terms = Crm.terms(product(BUCKET, FILLING, adds), Profile.of("free"));

    assertThat(terms.available()).isEqualTo(120);
    assertThat(terms.refill()).contains(new Entitlement.Refill(5, 1_000));
  }

  @Test
  void aBucketOfWhichNothingIsAllottedNeverFills() {
    Entitlement terms = Crm.terms(product(BUCKET, FILLING), Profile.of("standard"));

    assertThat(terms.available()).isZero();
    assertThat(terms.refill()).contains(new Entitlement.Refill(0, 1));
    assertThat(terms.receipt().lines().get(0).text())
        .isEqualTo("no allotment line applies to edition standard");
  }

  @Test
  void aWindowThatCountsFromSigningUpNeedsThatDay() {
    Product product = product(MONTHLY, Draft.limit(Draft.number(100, 20)));

    assertThat(Crm.resolve(product, Profile.of("free")))
        .isInstanceOfSatisfying(
            Undecided.class,
            undecided -> assertThat(undecided.missing()).containsExactly(Attribute.SIGNED_UP));
    Profile known = Draft.signedUp(Profile.of("free"), "2026-01-20");
    assertThat(Crm.terms(product, known).windowStart()).contains(LocalDate.parse("2026-01-20"));
  }

  @Test
  void betweenTwoVersionsAQuotaIsNotInForce() {
    Quota quota =
        Draft.quota(
            "crm",
            "credits",
            Draft.DAY,
            List.of(
                Draft.version("old", Draft.until("2026-01-01"), Crm.LINES, 20),
                Draft.version("new", Draft.from("2026-02-01"), Crm.LINES, 30)));
    Product product = Crm.product(List.of(quota), List.of());

    assertThat(Crm.resolve(product, Profile.of("free"), Crm.NOON))
        .isEqualTo(new NotInForce(quota, Instant.parse("2026-02-01T00:00:00Z")));
  }
}
