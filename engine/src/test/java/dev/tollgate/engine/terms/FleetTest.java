package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.impact.BadRow;
import dev.tollgate.engine.impact.Columns;
import dev.tollgate.engine.impact.Fleet;
import dev.tollgate.engine.impact.FleetCount;
import dev.tollgate.engine.impact.FleetImpact;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is counted of a fleet is what working out each account by itself says. */
class FleetTest {

  private static final int ACCOUNTS = 40;

  private static final List<String> COLUMNS =
      List.of(
          "product",
          "account",
          "edition",
          "seats.user",
          "facts.region",
          "facts.sector",
          "facts.source",
          "facts.old_limit",
          "facts.size",
          "signedUp",
          "zone",
          "addons.addon0",
          "addons.addon1",
          "addons.addon2");

  private static final String SHOP =
      """
      product shop  accept W433 "an example" {
        zone UTC
        unit credit, credits
        seat user, users
        fact paid  yes or no, unless stated no
        edition free
        edition pro
        calls open

        quota credits in credits {
          per     account
          window  rolling 24 hours
          allot free  base 100
          allot pro   base 100 + 10 per user  cap 500
          any call costs 1
        }

        addon extra {
          adds   to credits
          most   1_000
          bill   bought, per day, a month is 30 days
          price  USD per 1_000 {
            first 25_000  at 0.14
          }
        }
      }
      """;

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void everyAccountIsCountedAsTheResolverWorksItOut(@ForAll long seed) {
    RandomPair pair = new RandomPair(seed);
    Instant at = pair.old.moment();
    List<String> names = COLUMNS.subList(0, COLUMNS.size() - 3 + pair.old.product.addOns().size());
    Fleet fleet = new Fleet(pair.old.policy, pair.policy, at);
    Columns columns = fleet.columns(names);
    Resolver before = new Resolver(pair.old.policy);
    Resolver after = new Resolver(pair.policy);
    Policy beforeUncapped = uncapped(pair.old.policy);
    Policy afterUncapped = uncapped(pair.policy);
    Resolver beforeFree = new Resolver(beforeUncapped);
    Resolver afterFree = new Resolver(afterUncapped);
    for (int number = 0; number < ACCOUNTS; number++) {
      Profile profile = pair.old.profiles().any();
      FleetCount count = fleet.count();
      count.add(columns, cells(profile, names));
      List<Long> was = limits(before, pair.old.policy, profile, at);
      List<Long> is = limits(after, pair.policy, profile, at);
      List<Long> wasFree = limits(beforeFree, beforeUncapped, profile, at);
      List<Long> isFree = limits(afterFree, afterUncapped, profile, at);
      String where =
          "%s at %s: %s to %s, without caps %s to %s"
              .formatted(profile, at, was, is, wasFree, isFree);
      assertThat(count.impact().quotas()).as(where).hasSameSizeAs(was);
      for (int order = 0; order < was.size(); order++) {
        FleetImpact.OfQuota found = count.impact().quotas().get(order);
        if (was.get(order) < 0 || is.get(order) < 0) {
          assertThat(found.undecided()).as(where).isOne();
          assertThat(found.accounts()).as(where).isZero();
          continue;
        }
        assertThat(found.accounts()).as(where).isOne();
        assertThat(found.gain()).as(where).isEqualTo(is.get(order) > was.get(order) ? 1 : 0);
        assertThat(found.lose()).as(where).isEqualTo(is.get(order) < was.get(order) ? 1 : 0);
        assertThat(found.before().held())
            .as(where)
            .isEqualTo(wasFree.get(order) > was.get(order) ? 1 : 0);
        assertThat(found.after().held())
            .as(where)
            .isEqualTo(isFree.get(order) > is.get(order) ? 1 : 0);
        boolean limited = was.get(order) != Unit.UNLIMITED && is.get(order) != Unit.UNLIMITED;
        assertThat(found.before().sum())
            .as(where)
            .isEqualByComparingTo(limited ? BigDecimal.valueOf(was.get(order)) : BigDecimal.ZERO);
        assertThat(found.after().sum())
            .as(where)
            .isEqualByComparingTo(limited ? BigDecimal.valueOf(is.get(order)) : BigDecimal.ZERO);
      }
    }
  }

  private static List<Long> limits(Resolver resolver, Policy policy, Profile profile, Instant at) {
    return resolver.resolve(policy.product("crm").orElseThrow(), profile, at).stream()
        .map(
            terms ->
                terms instanceof Entitlement known
                    ? known.available()
                    : terms instanceof Undecided ? -1L : Unit.UNLIMITED)
        .toList();
  }

  private static String[] cells(Profile profile, List<String> names) {
    return names.stream().map(name -> cell(profile, name)).toArray(String[]::new);
  }

  private static String cell(Profile profile, String name) {
    String own = name.substring(name.indexOf('.') + 1);
    return switch (name) {
      case "product" -> "crm";
      case "account" -> profile.account().orElseThrow();
      case "edition" -> profile.edition();
      case "seats.user" -> profile.seats().get("user").toString();
      case "signedUp" -> profile.signedUp().map(Object::toString).orElse("");
      case "zone" -> profile.zone().map(ZoneId::getId).orElse("");
      default ->
          name.startsWith("facts.")
              ? Optional.ofNullable(profile.facts().get(own)).map(Value::toString).orElse("")
              : Optional.ofNullable(profile.addOns().get(own))
                  .map(held -> (held.mode() == Holding.Mode.USED ? "used:" : "") + held.amount())
                  .orElse("");
    };
  }

  private static Policy uncapped(Policy policy) {
    Product product = policy.product("crm").orElseThrow();
    List<Quota> quotas = product.quotas().stream().map(FleetTest::uncapped).toList();
    Product free =
        Draft.product(
            "crm",
            RandomPolicy.EDITIONS,
            product.facts(),
            quotas,
            product.addOns(),
            product.rules());
    List<Contract> contracts = new ArrayList<>();
    for (Contract contract : policy.contracts()) {
      contracts.add(
          new Contract(
              contract.title(),
              contract.product(),
              contract.account(),
              contract.during(),
              contract.allotments().stream()
                  .map(
                      each ->
                          new Contract.Granted(
                              each.quota(), free(each.grant()), each.text(), each.place()))
                  .toList(),
              contract.costs(),
              contract.keepGreater(),
              contract.place()));
    }
    return Draft.policy(free, contracts.toArray(Contract[]::new));
  }

  private static Quota uncapped(Quota quota) {
    List<QuotaVersion> versions =
        quota.versions().stream()
            .map(
                version ->
                    new QuotaVersion(
                        version.name(),
                        version.title(),
                        version.during(),
                        version.allotments().stream()
                            .map(
                                line ->
                                    new Allotment(
                                        line.editions(),
                                        line.when(),
                                        free(line.grant()),
                                        line.text(),
                                        line.place()))
                            .toList(),
                        version.costs(),
                        version.failedCallsCost(),
                        version.grandfathering(),
                        version.place()))
            .toList();
    return Draft.quota("crm", quota.name(), Draft.DAY, versions);
  }

  private static Allotment.Grant free(Allotment.Grant grant) {
    return Draft.limit(((Allotment.Grant.Limit) grant).amount());
  }

  private static Policy policy(String text) {
    return Compiler.compile(List.of(SourceText.of("shop.toll", text))).policy().orElseThrow();
  }

  private static FleetCount counted(Policy before, Policy after, String... rows) {
    Fleet fleet = new Fleet(before, after, Crm.NOON);
    Columns columns =
        fleet.columns(
            List.of("product", "account", "edition", "seats.users", "facts.paid", "addons.extra"));
    FleetCount count = fleet.count();
    for (String row : rows) {
      count.add(columns, row.split(",", -1));
    }
    return count;
  }

  @Test
  void theLargestGainsAndLossesAreNamedLargestFirst() {
    Policy before = policy(SHOP);
    Policy after = policy(SHOP.replace("10 per user", "20 per user").replace("base 100\n", "90\n"));
    String[] rows =
        IntStream.rangeClosed(1, 30)
            .mapToObj(n -> "shop,a%02d,%s,%d,,".formatted(n, n % 2 == 0 ? "pro" : "free", n))
            .toArray(String[]::new);
    FleetImpact.OfQuota found = counted(before, after, rows).impact().quotas().get(0);
    assertThat(found.gain()).isEqualTo(15);
    assertThat(found.lose()).isEqualTo(15);
    assertThat(found.gains())
        .extracting(FleetImpact.Move::account)
        .containsExactly("a20", "a18", "a22", "a16", "a24", "a14", "a26", "a12", "a28", "a10");
    assertThat(found.losses())
        .extracting(FleetImpact.Move::account)
        .containsExactly("a01", "a03", "a05", "a07", "a09", "a11", "a13", "a15", "a17", "a19");
    assertThat(found.after().held()).isEqualTo(5);
  }

  @Test
  void countsOfPartsAddUpToTheCountOfTheWhole() {
    Policy before = policy(SHOP);
    Policy after = policy(SHOP.replace("cap 500", "cap 150"));
    String[] rows =
        IntStream.range(0, 200)
            .mapToObj(n -> "shop,a" + n + ",pro," + n + ",,")
            .toArray(String[]::new);
    FleetCount whole = counted(before, after, rows);
    Fleet fleet = new Fleet(before, after, Crm.NOON);
    Columns columns = fleet.columns(List.of("product", "account", "edition", "seats.user"));
    FleetCount first = fleet.count();
    FleetCount second = fleet.count();
    for (int n = 0; n < rows.length; n++) {
      String[] cells = rows[n].split(",", -1);
      (n % 3 == 0 ? first : second)
          .add(columns, List.of(cells).subList(0, 4).toArray(String[]::new));
    }
    first.add(second);
    assertThat(first.impact()).isEqualTo(whole.impact());
    assertThat(first.accounts()).isEqualTo(200);
  }

  @Test
  void aQuotaWithoutLimitAfterwardsIsTheLargestGainAndInNoSum() {
    Policy after = policy(SHOP.replace("allot free  base 100", "allot free  no limit"));
    FleetImpact.OfQuota found =
        counted(policy(SHOP), after, "shop,a,free,,,", "shop,b,pro,1,,").impact().quotas().get(0);
    assertThat(found.gains())
        .containsExactly(
            new FleetImpact.Move(
                "a", "free", Optional.of(BigDecimal.valueOf(100)), Optional.empty()));
    assertThat(found.before().sum()).isEqualByComparingTo("110");
    assertThat(found.after().sum()).isEqualByComparingTo("110");
    assertThat(found.after().unlimited()).isOne();
  }

  @Test
  void anEditionThatIsNotThereAfterwardsIsSaidApart() {
    Policy after =
        policy(SHOP.replace("edition pro", "edition plus").replace("allot pro ", "allot plus "));
    FleetImpact.OfQuota found =
        counted(policy(SHOP), after, "shop,a,pro,1,,", "shop,b,free,,,").impact().quotas().get(0);
    assertThat(found.withoutEdition()).isOne();
    assertThat(found.accounts()).isOne();
  }

  @Test
  void aRowThatMeansNothingSaysWhichCellAndWhatWasMeant() {
    Policy policy = policy(SHOP);
    assertBad(policy, "shop,a,prof,1,,", 2, "there is no edition `prof` of shop");
    assertBad(policy, "shup,a,pro,1,,", 0, "there is no product `shup`; did you mean `shop`?");
    assertBad(policy, "shop,,pro,1,,", 1, "`account` is empty");
    assertBad(policy, "shop,a,pro,-1,,", 3, "`seats.users` is a whole number from 0");
    assertBad(policy, "shop,a,pro,1,maybe,", 4, "`paid` is yes or no, and not `maybe`");
    assertBad(policy, "shop,a,pro,1,,lots", 5, "`addons.extra` is an amount");
    assertBad(policy, "shop,a,pro,1,,used:5", 5, "`extra` cannot be billed by what is used");
    assertBad(policy, "shop,a,pro", 2, "3 cells under 6 columns");
  }

  private static void assertBad(Policy policy, String row, int column, String message) {
    assertThatThrownBy(() -> counted(policy, policy, row))
        .isInstanceOfSatisfying(BadRow.class, bad -> assertThat(bad.column()).isEqualTo(column))
        .hasMessageContaining(message);
  }

  @Test
  void aColumnThatMeansNothingSaysWhatWasMeant() {
    Fleet fleet = new Fleet(policy(SHOP), policy(SHOP), Crm.NOON);
    assertThatThrownBy(() -> fleet.columns(List.of("product", "account", "seats.usr")))
        .hasMessageContaining("did you mean `seats.user`?");
    assertThatThrownBy(() -> fleet.columns(List.of("product", "account", "paid")))
        .hasMessageContaining("did you mean `facts.paid`?");
    assertThatThrownBy(() -> fleet.columns(List.of("account", "edition")))
        .hasMessageContaining("`product` is missing");
  }
}
