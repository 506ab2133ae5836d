package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.terms.Holding.Mode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whoever does what a denial says gets through: with random add-ons of every form, editions that
 * may not hold them, caps, and quotas that let more pass than their limit.
 */
class WaysTest {

  private static final AskedCall CALL = AskedCall.of("a").with("items", 3);
  private static final String PACKS =
      "bill bought, per month\n price USD packs {\n 5 for 1.00\n 20 for 3.00\n}";
  private static final List<String> EDITIONS = List.of("small", "middle", "large");

  @Property(tries = 200)
  void whoeverGoesAWayGetsThroughAndCouldNotHaveBoughtLess(@ForAll long seed) {
    Random random = new Random(seed);
    String text = policy(random);
    String edition = EDITIONS.get(random.nextInt(3));
    StatedProfile profile = StatedProfile.ofEdition(edition).withSeats("user", random.nextInt(8));
    Shop shop = Shop.selling(text).with("acme", profile);
    hold(shop, "first", random.nextInt(4));
    use(shop, random);

    Optional<Denied> denied = shop.check("acme", CALL).denied();

    for (Way way : denied.map(Denied::ways).orElse(List.of())) {
      String what = way + "\n" + denied + "\n" + profile + text;
      if (way instanceof Way.Wait wait) {
        shop.clock.set(wait.until().minusMillis(1).toString());
        assertThat(allowed(shop)).as("before " + what).isFalse();
        shop.clock.set(wait.until().toString());
        assertThat(allowed(shop)).as(what).isTrue();
        shop.clock.set("2026-01-01T10:00:00Z");
      } else if (way instanceof Way.ChangeEdition change) {
        shop.with("acme", profile.withEdition(change.edition()));
        assertThat(allowed(shop)).as(what).isTrue();
        shop.with("acme", profile);
      } else if (way instanceof Way.Buy buy) {
        BigDecimal held = held(shop, buy.addOn());
        hold(shop, buy.addOn(), held.add(buy.amount()));
        assertThat(allowed(shop)).as(what).isTrue();
        if (!(buy.addOn().equals("second") && text.contains(PACKS))) {
          hold(shop, buy.addOn(), held.add(buy.amount()).subtract(BigDecimal.ONE));
          assertThat(allowed(shop)).as("less than " + what).isFalse();
        }
        hold(shop, buy.addOn(), held);
      }
    }
  }

  private static boolean allowed(Shop shop) {
    return shop.check("acme", CALL).allowed();
  }

  /** Consumes until somewhere near the limit. */
  private static void use(Shop shop, Random random) {
    AskedCall one = AskedCall.of("a").with("items", 1);
    int most = 10 + random.nextInt(80);
    for (int calls = 0; calls < most && shop.consume("acme", one).allowed(); calls++) {
      // The last one that is not allowed ends it.
    }
  }

  private static BigDecimal held(Shop shop, String addOn) {
    return Optional.ofNullable(
            shop.changes
                .get("p", "acme")
                .at(shop.clock.instant())
                .orElseThrow()
                .addOns()
                .get(addOn))
        .map(StatedHolding::amount)
        .orElse(BigDecimal.ZERO);
  }

  private static void hold(Shop shop, String addOn, BigDecimal amount) {
    if (amount.signum() == 0) {
      shop.changes.removeAddOn("p", "acme", addOn);
    } else {
      shop.changes.putAddOn("p", "acme", addOn, new StatedHolding(Mode.BOUGHT, amount));
    }
  }

  /** As far as this account may. */
  private static void hold(Shop shop, String addOn, int amount) {
    try {
      hold(shop, addOn, BigDecimal.valueOf(amount));
    } catch (InvalidRequest tooMuch) {
      assertThat(tooMuch.problems()).hasSize(1);
    }
  }

  private static String policy(Random random) {
    return """
        unit credit, credits
        seat user, users
        edition small
        edition middle
        edition large
        calls a with items
        quota tries in calls {
          per account
          window rolling 1 minute
          allot small %d
          allot middle %d
          allot large 1_000
          %s
        }
        quota credits in credits {
          per account
          window rolling 1 hour
          allot small base %d + 2 per user cap %d
          allot middle base %d
          allot large base %d + 5 per user cap %d
          call a costs 1 per item
          %s
        }
        addon first {
          %s
        }
        addon second {
          for middle, large
          %s
          %s
          %s
        }
        """
        .formatted(
            number(random, 2, 40),
            number(random, 2, 60),
            beyond(random),
            number(random, 1, 30),
            number(random, 40, 60),
            number(random, 1, 50),
            number(random, 5, 60),
            number(random, 100, 120),
            beyond(random),
            pick(
                random,
                "adds to credits",
                "adds to credits\n most lesser of 9 and room under cap",
                "adds 4 each to credits\n most 6",
                "adds 1 each to tries"),
            pick(
                random,
                "adds to credits",
                "adds 3 each to tries\n  adds 2 each to credits",
                "raises credits to 45",
                "raises tries to 80"),
            pick(random, "", "most 12", "needs addon first"),
            pick(random, "", PACKS));
  }

  private static String beyond(Random random) {
    return pick(random, "", "allow up to 10% more, then deny");
  }

  private static int number(Random random, int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
