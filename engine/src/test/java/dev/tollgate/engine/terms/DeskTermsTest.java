package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked cases of the Desk product, most of them about grandfathering. */
class DeskTermsTest {

  private static final Profile PROFESSIONAL = Desk.agents("professional", 10);
  private static final Profile OLD = Draft.signedUp(Desk.paid(PROFESSIONAL, 150_000), "2024-05-01");

  @ParameterizedTest
  @CsvSource({
    "professional, 10, 80000",
    "enterprise, 25, 125000",
    "express, 8, 25800",
    "standard, 40, 60000",
    "free, 3, 5000",
    "bundle, 12, 112000"
  })
  void anEditionAllotsItsBaseAndAgents(String edition, long agents, long allotted) {
    assertThat(Desk.terms(Desk.agents(edition, agents)).available()).isEqualTo(allotted);
  }

  @ParameterizedTest
  @CsvSource({
    "150000, 2024-05-01, 150000",
    "60000, 2024-05-01, 80000",
    "150000, 2025-10-30, 80000",
    "150000, 2025-10-29, 150000",
    "80000, 2024-05-01, 80000"
  })
  void paidAccountsOfOldKeepTheGreaterAmount(long oldLimit, String signedUp, long allotted) {
    Profile profile = Draft.signedUp(Desk.paid(PROFESSIONAL, oldLimit), signedUp);

    assertThat(Desk.terms(profile).available()).isEqualTo(allotted);
  }

  @Test
  void theReceiptShowsBothSidesOfGrandfathering() {
    Receipt receipt = Desk.terms(OLD).receipt();

    assertThat(receipt.kept().version()).isEqualTo("api_limits");
    assertThat(receipt.passedOver().orElseThrow().available()).isEqualTo(80_000);
    assertThat(receipt.lines())
        .extracting(ReceiptLine::text)
        .containsExactly(
            "150_000 old_daily_limit, edition professional",
            "api_limits gives 150_000, api_credits gives 80_000: api_limits is kept");
  }

  @Test
  void ofEqualAmountsTheNewerIsKept() {
    Profile profile = Draft.signedUp(Desk.paid(PROFESSIONAL, 80_000), "2024-05-01");

    assertThat(Desk.terms(profile).receipt().kept().version()).isEqualTo("api_credits");
  }

  @Test
  void costsAreThoseOfTheVersionInForceEvenWhereTheOldAmountIsKept() {
    assertThat(Desk.terms(OLD).version().name()).isEqualTo("api_credits");
  }

  @Test
  void anAccountThatMayKeepALesserAmountNeedNotSayWhenItSignedUp() {
    Profile less = Desk.paid(PROFESSIONAL, 60_000);
    Profile more = Desk.paid(PROFESSIONAL, 150_000);

    assertThat(Desk.terms(less).available()).isEqualTo(80_000);
    assertThat(Desk.resolve(more, Desk.NOON))
        .isInstanceOfSatisfying(
            Undecided.class,
            undecided -> assertThat(undecided.missing()).containsExactly(Attribute.SIGNED_UP));
  }

  @Test
  void anOldAmountThatNobodyKnowsIsNeededOnlyWhereItMayBeKept() {
    Product product = Desk.product(Optional.empty());
    Profile paid = Draft.stating(PROFESSIONAL, Map.of("paid", Value.YES));

    assertThat(Desk.resolve(product, Draft.signedUp(paid, "2024-05-01"), Desk.NOON))
        .isInstanceOfSatisfying(
            Undecided.class,
            undecided ->
                assertThat(undecided.missing())
                    .containsExactly(Attribute.fact("old_daily_limit", true)));
    assertThat(Desk.resolve(product, Draft.signedUp(paid, "2025-10-30"), Desk.NOON))
        .isInstanceOf(Entitlement.class);
  }

  @Test
  void beforeTheNewVersionTheOldOneIsInForce() {
    Instant lastMoment = Instant.parse("2025-10-07T23:59:59.999Z");

    Entitlement terms = (Entitlement) Desk.resolve(OLD, lastMoment);
    assertThat(terms.version().name()).isEqualTo("api_limits");
    assertThat(terms.available()).isEqualTo(150_000);
    assertThat(terms.validUntil()).isEqualTo(Instant.parse("2025-10-08T00:00:00Z"));
  }

  @Test
  void aBareDateBeginsInTheZoneOfTheAccount() {
    Profile inKolkata = Draft.inZone("Asia/Kolkata", PROFESSIONAL);
    Instant midnightThere = Instant.parse("2025-10-07T18:30:00Z");

    assertThat(((Entitlement) Desk.resolve(inKolkata, midnightThere)).version().name())
        .isEqualTo("api_credits");
    assertThat(((Entitlement) Desk.resolve(PROFESSIONAL, midnightThere)).version().name())
        .isEqualTo("api_limits");
  }

  @Test
  void assumedFactsAreNamedWhereTheTermsHangOnThem() {
    Profile paid = Draft.signedUp(PROFESSIONAL, "2024-05-01");

    assertThat(Desk.terms(paid).assumed()).extracting(Product.Fact::name).containsExactly("paid");
    assertThat(Desk.terms(paid).receipt().lines())
        .extracting(ReceiptLine::text)
        .contains("paid is assumed to be no, since nobody stated it");
    assertThat(Desk.terms(Draft.signedUp(PROFESSIONAL, "2026-01-01")).assumed()).isEmpty();
  }

  @Test
  void grandfatheringEndsWhenItSays() {
    Product product = Desk.product(Optional.of(Draft.day("2026-02-01")), Value.number(0));
    Instant end = Instant.parse("2026-02-01T00:00:00Z");

    Entitlement before = (Entitlement) Desk.resolve(product, OLD, end.minusMillis(1));
    Entitlement after = (Entitlement) Desk.resolve(product, OLD, end);
    assertThat(before.available()).isEqualTo(150_000);
    assertThat(before.validUntil()).isEqualTo(end);
    assertThat(after.available()).isEqualTo(80_000);
  }

  @Test
  void aContractThatStatesAnAllotmentEndsGrandfatheringUnlessItKeepsTheGreater() {
    Profile acme = Draft.named("acme", OLD);

    assertThat(available(acme, contract(90_000, false))).isEqualTo(90_000);
    assertThat(available(acme, contract(90_000, true))).isEqualTo(150_000);
    assertThat(available(acme, contract(200_000, true))).isEqualTo(200_000);
    assertThat(available(OLD, contract(90_000, false))).isEqualTo(150_000);
  }

  private static long available(Profile profile, Contract contract) {
    Resolved resolved = Desk.resolve(Desk.PRODUCT, profile, Desk.NOON, contract);
    return ((Entitlement) resolved).available();
  }

  private static Contract contract(long amount, boolean keepGreater) {
    Allotment.Grant grant = Draft.limit(Draft.number(amount, 3));
    return new Contract(
        "ACME 2026",
        "desk",
        "acme",
        Stretch.FOREVER,
        List.of(new Contract.Granted("credits", grant, "allot", Draft.at(3))),
        List.of(),
        keepGreater,
        Draft.at(2));
  }
}
